// Shows each view that the program sends: pages, problems, how it went.
'use strict';

const get = (id) => document.getElementById(id);
const pages = get('pages');
const sheets = get('sheets');
const list = get('list');

// Pixels for a point where the page has its real size.
const REAL = 96 / 72;
const SMALLEST = 0.25;
const LARGEST = 5;
// How much is added or taken at a time.
const STEP = 1.2;
// Room beside the pages.
const BESIDE = 40;

let latest = 0;
// The zoom, or nothing where pages are as wide as there is room.
let zoom = null;
// What the user opened or closed, by what it says.
const toggled = new Map();

const make = (name, className, text) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
};

// Says something that is read out; what is said already is not said again.
const tell = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
};

// Pages.

const width = (sheet) => Number(sheet.dataset.width);

const factor = () => {
  if (zoom !== null) return zoom;
  const widest = Math.max(...[...sheets.children].map(width), 1);
  const room = Math.max(pages.clientWidth - BESIDE, 100);
  return Math.min(Math.max(room / (widest * REAL), SMALLEST), LARGEST);
};

const resize = () => {
  const now = factor();
  for (const sheet of sheets.children) {
    sheet.style.width = `${width(sheet) * REAL * now}px`;
    sheet.style.height = `${Number(sheet.dataset.height) * REAL * now}px`;
  }
  // Before the first page is there, there is nothing to be large or small.
  tell(get('zoom'), sheets.children.length ? `${Math.round(now * 100)}%` : '');
};

// Sets the zoom; what was in the middle stays there.
const setZoom = (wanted) => {
  const middle = (pages.scrollTop + pages.clientHeight / 2) / pages.scrollHeight;
  zoom = wanted === null ? null : Math.min(Math.max(wanted, SMALLEST), LARGEST);
  resize();
  pages.scrollTop = middle * pages.scrollHeight - pages.clientHeight / 2;
};

const loaded = async (page) => {
  const image = new Image();
  image.src = `pages/${page.id}.svg`;
  image.dataset.id = page.id;
  image.dataset.width = page.width;
  image.dataset.height = page.height;
  await image.decode().catch(() => {});
  return image;
};

// Shows the pages; those that are the same stay, the others come when all are there.
const showPages = async (view) => {
  const old = [...sheets.children];
  const same = (page, index) => old[index] && old[index].dataset.id === page.id;
  const news = await Promise.all(
    view.pages.map((page, index) => (same(page, index) ? old[index] : loaded(page))));
  if (view.number !== latest) return;
  const { scrollTop, scrollLeft } = pages;
  news.forEach((sheet, index) => {
    sheet.alt = `Trang ${index + 1} trên ${news.length}`;
    const there = sheets.children[index];
    if (there === sheet) return;
    if (there) there.replaceWith(sheet);
    else sheets.append(sheet);
  });
  while (sheets.children.length > news.length) sheets.lastChild.remove();
  resize();
  pages.scrollTop = scrollTop;
  pages.scrollLeft = scrollLeft;
};

// Problems.

const lines = (all) => {
  const text = make('div', 'text');
  for (const { number, before, marked, after } of all) {
    const line = make('div');
    line.append(make('span', 'number', `${number} | `), before);
    line.append(make('mark', '', marked), after);
    text.append(line);
  }
  return text;
};

const labelled = (label, text) => {
  const line = make('p');
  const head = make('strong', '', `${label}: `);
  head.lang = 'vi';
  line.append(head, text);
  return line;
};

const item = (problem, key) => {
  const entry = make('li', problem.grade);
  const details = make('details');
  details.dataset.key = key;
  details.open = toggled.has(key) ? toggled.get(key) : problem.grade === 'error';
  details.addEventListener('toggle', () => toggled.set(key, details.open));
  const summary = make('summary');
  summary.append(make('span', 'grade', problem.grade_word), ' ');
  if (problem.line) summary.append(make('span', 'place', problem.line), ' ');
  summary.append(make('span', 'message', problem.message));
  const more = make('div', 'more');
  if (problem.lines && problem.lines.length) {
    more.append(make('p', 'place', problem.place), lines(problem.lines));
  }
  if (problem.label) more.append(make('p', '', problem.label));
  if (problem.related) {
    more.append(make('p', 'place', problem.related.place), lines(problem.related.lines));
    if (problem.related.label) more.append(make('p', '', problem.related.label));
  }
  if (problem.help) more.append(labelled('Cách sửa', problem.help));
  if (problem.clause) more.append(labelled('Căn cứ', problem.clause));
  if (problem.detail) more.append(labelled('Lý do', problem.detail));
  if (problem.rule) more.append(labelled('Quy tắc', problem.rule));
  details.append(summary, more);
  entry.append(details);
  return entry;
};

let said = '';

const showProblems = (view) => {
  const now = JSON.stringify(view.problems);
  get('sound').hidden = view.problems.length > 0;
  if (now === said) return;
  said = now;
  const inside = document.activeElement && document.activeElement.closest('details');
  const focused = inside && inside.dataset.key;
  const counts = new Map();
  list.lang = view.lang;
  list.replaceChildren(...view.problems.map((problem) => {
    const words = `${problem.rule}: ${problem.message}`;
    const count = (counts.get(words) || 0) + 1;
    counts.set(words, count);
    return item(problem, `${words} (${count})`);
  }));
  if (!focused) return;
  const again = [...list.querySelectorAll('details')].find((one) => one.dataset.key === focused);
  const target = again ? again.querySelector('summary') : get('problems');
  target.focus({ preventScroll: true });
};

// All of a view.

const show = (view) => {
  if (!view.number) return;
  latest = view.number;
  const status = get('status');
  tell(status, view.status);
  status.lang = view.lang;
  status.classList.toggle('broken', !view.sound);
  document.body.classList.toggle('broken', !view.sound);
  get('stale').hidden = view.sound || view.pages.length === 0;
  get('name').textContent = view.name;
  document.title = `${view.sound ? '' : '(lỗi) '}${view.name}`;
  get('keep').disabled = !view.sound;
  showProblems(view);
  showPages(view);
};

const source = new EventSource('events');
source.onmessage = (event) => show(JSON.parse(event.data));
source.onerror = () => {
  latest = -1;
  const status = get('status');
  status.lang = 'vi';
  tell(status, 'Mất kết nối với chương trình; gõ lại lệnh vanban preview nếu đã dừng.');
  status.classList.add('broken');
};

get('smaller').addEventListener('click', () => setZoom(factor() / STEP));
get('larger').addEventListener('click', () => setZoom(factor() * STEP));
get('full').addEventListener('click', () => setZoom(1));
get('fit').addEventListener('click', () => setZoom(null));
get('keep').addEventListener('click', () => {
  const link = make('a');
  link.href = 'pdf';
  link.download = '';
  link.click();
});

const keys = new Map([['-', 'smaller'], ['+', 'larger'], ['=', 'larger'], ['1', 'full'], ['0', 'fit']]);

// The keys work in the pages and on the buttons alone: who speaks or types elsewhere sets off nothing.
document.addEventListener('keydown', (event) => {
  if (!event.target.closest('main, .tools')) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const button = keys.get(event.key);
  if (!button) return;
  event.preventDefault();
  get(button).click();
});

new ResizeObserver(resize).observe(pages);
