// Tệp nào là văn bản: nhìn phần khai báo, như chương trình vanban nhìn.
'use strict';

// Những mục mà tệp Markdown của chương trình khác hầu như không có; viết không dấu.
const FIELDS = new Set([
  'mau', 'the thuc', 'co quan chu quan', 'co quan ban hanh', 'so', 'ky hieu', 'dia danh', 'ngay ky',
  'ten loai', 'trich yeu', 'noi nhan', 'ky', 'kinh gui', 'cuoc hop', 'can cu', 'do khan', 'do mat',
  'ket luan', 'phu luc', 'trinh bay', 'kiem tra', 'theo mau', 'du thao',
]);

// Tên mục viết thường, không dấu, các dấu nối thành dấu cách.
function fold(name) {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
    .replace(/[\s_-]+/g, ' ').trim();
}

// Văn bản là tệp có phần khai báo với ít nhất một mục quen; vanban.yaml cũng được tính.
function isPaper(fileName, text) {
  if (/(^|[\\/])vanban\.yaml$/.test(fileName)) return true;
  if (!/\.(md|markdown)$/i.test(fileName)) return false;
  const lines = text.replace(/^\uFEFF/, '').replace(/^\s*\n/, '').split(/\r?\n/);
  if (lines[0].trimEnd() !== '---') return false;
  for (const line of lines.slice(1)) {
    if (/^(---|\.\.\.)\s*$/.test(line)) return false;
    const name = /^["']?([^\s#"':][^"':]*)["']?\s*:(\s|$)/.exec(line);
    if (name && FIELDS.has(fold(name[1]))) return true;
  }
  return false;
}

module.exports = { fold, isPaper };
