// Phần mở rộng với một VS Code giả: khi nào chạy phần nhắc lỗi, gọi chương trình ra sao.
'use strict';

const assert = require('node:assert/strict');
const Module = require('node:module');
const path = require('node:path');
const test = require('node:test');

const PAPER = '---\ntrích yếu: a\n---\n';

// Một VS Code có sẵn vài tệp đang mở; ghi lại những gì được gọi.
function open(documents, config = {}) {
  const seen = { clients: [], tasks: [], commands: {}, context: {}, warnings: [] };
  const event = (name) => (listener) => {
    seen[name] = listener;
    return {};
  };
  const texts = documents.map(([fileName, text]) => ({
    uri: { scheme: 'file' }, fileName, getText: () => text, isDirty: true, save: async () => true,
  }));
  const vscode = {
    workspace: {
      textDocuments: texts,
      getConfiguration: () => ({ get: (name) => config[name] }),
      onDidOpenTextDocument: event('opened'),
      onDidChangeTextDocument: event('changed'),
      onDidChangeConfiguration: event('configured'),
    },
    window: {
      activeTextEditor: texts[0] && { document: texts[0] },
      onDidChangeActiveTextEditor: event('moved'),
      showWarningMessage: (text) => seen.warnings.push(text),
      showErrorMessage: async (text) => { seen.warnings.push(text); },
    },
    commands: {
      registerCommand: (name, work) => { seen.commands[name] = work; return {}; },
      executeCommand: (_, name, value) => { seen.context[name] = value; },
    },
    tasks: { executeTask: async (task) => seen.tasks.push(task) },
    ProcessExecution: class { constructor(...all) { this.all = all; } },
    Task: class { constructor(...all) { this.execution = all[4]; } },
    TaskScope: {}, TaskRevealKind: {}, TaskPanelKind: {},
  };
  class LanguageClient {
    constructor(id, name, server) { this.server = server; seen.clients.push(this); }
    async start() { if (config.broken) throw new Error('ENOENT'); }
    async stop() { this.stopped = true; }
  }
  const fakes = { vscode, 'vscode-languageclient/node': { LanguageClient, TransportKind: { stdio: 0 } } };
  const load = Module._load;
  Module._load = (name, ...rest) => fakes[name] ?? load(name, ...rest);
  delete require.cache[require.resolve('../extension')];
  const extension = require('../extension');
  Module._load = load;
  extension.activate({ subscriptions: [] });
  return seen;
}

test('phần nhắc lỗi chạy khi có văn bản, một lần', () => {
  assert.equal(open([['/a/README.md', '# Dự án']]).clients.length, 0);
  const seen = open([['/a/tb.md', PAPER], ['/a/khac.md', PAPER]], { path: '/x/vanban', language: 'en' });
  assert.equal(seen.clients.length, 1);
  assert.deepEqual(seen.clients[0].server.args, ['lsp', '--lang', 'en']);
  assert.equal(seen.clients[0].server.command, '/x/vanban');
  assert.equal(seen.context['vanban.isPaper'], true);
});

test('tệp mới thành văn bản thì phần nhắc lỗi chạy', () => {
  const seen = open([['/a/tb.md', '']]);
  assert.equal(seen.clients.length, 0);
  const document = { uri: { scheme: 'file' }, fileName: '/a/tb.md', getText: () => PAPER };
  seen.changed({ document });
  assert.equal(seen.clients.length, 1);
});

test('các lệnh gọi chương trình với văn bản đang mở', async () => {
  const seen = open([['/a b/-tb.md', PAPER]]);
  for (const name of ['build', 'check', 'preview']) await seen.commands[`vanban.${name}`]();
  const said = seen.tasks.map((task) => task.execution.all);
  const file = `.${path.sep}-tb.md`;
  assert.deepEqual(said.map(([program]) => program), ['vanban', 'vanban', 'vanban']);
  assert.deepEqual(said.map(([, args]) => args), [
    ['build', file, '--open', '--lang', 'vi'],
    ['check', file, '--lang', 'vi'],
    ['preview', file, '--open', '--lang', 'vi'],
  ]);
  assert.equal(said[0][2].cwd, '/a b');
  const other = open([['/a/README.md', '# Dự án']]);
  await other.commands['vanban.build']();
  assert.equal(other.tasks.length, 0);
  assert.equal(other.warnings.length, 1);
});

test('không có chương trình thì được nói cách sửa', async () => {
  const seen = open([['/a/tb.md', PAPER]], { broken: true });
  await new Promise(setImmediate);
  assert.match(seen.warnings[0], /vanban\.path/);
});

test('đổi cài đặt thì phần nhắc lỗi chạy lại', async () => {
  const seen = open([['/a/tb.md', PAPER]]);
  await seen.configured({ affectsConfiguration: () => true });
  assert.equal(seen.clients.length, 2);
  assert.equal(seen.clients[0].stopped, true);
});
