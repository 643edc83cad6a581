// `vanban lsp` với thư viện giao thức của chính VS Code. Cần biến môi trường VANBAN chỉ tới chương trình.
'use strict';

const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const { pathToFileURL } = require('node:url');
const protocol = require('vscode-languageserver-protocol/node');

const program = process.env.VANBAN;
const skip = program ? false : 'không có biến môi trường VANBAN';

test('một buổi làm việc trọn vẹn', { skip }, async () => {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'văn bản '));
  const child = spawn(program, ['lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.on('exit', resolve); });
  const connection = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(child.stdout), new protocol.StreamMessageWriter(child.stdin),
  );
  const told = [];
  let wake = () => {};
  connection.onNotification(protocol.PublishDiagnosticsNotification.type, (said) => {
    told.push(said);
    wake();
  });
  connection.listen();
  const until = async (version) => {
    for (;;) {
      const said = told.find((one) => one.version === version);
      if (said) return said.diagnostics;
      await new Promise((resolve) => { wake = resolve; });
    }
  };
  const { capabilities } = await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid, rootUri: null,
    capabilities: { general: { positionEncodings: ['utf-16'] } },
  });
  assert.equal(capabilities.positionEncoding, 'utf-16');
  await connection.sendNotification(protocol.InitializedNotification.type, {});
  const uri = pathToFileURL(path.join(folder, 'thông báo.md')).href;
  const text = '---\nđịa dan: Lục Bình\n---\n\nMột.\n';
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version: 1, text: `---\nsố: 1\n${text.slice(4)}` },
  });
  const first = await until(1);
  const unknown = first.find((one) => one.code === 'unknown-field');
  assert.deepEqual(unknown.range.start, { line: 2, character: 0 });
  const textDocument = { uri };
  const items = await connection.sendRequest(protocol.CompletionRequest.type, {
    textDocument, position: { line: 2, character: 0 },
  });
  assert.ok(items.items.some((item) => item.label === 'địa danh'));
  const actions = await connection.sendRequest(protocol.CodeActionRequest.type, {
    textDocument, range: unknown.range, context: { diagnostics: [unknown] },
  });
  assert.ok(Array.isArray(actions));
  const symbols = await connection.sendRequest(protocol.DocumentSymbolRequest.type, { textDocument });
  assert.ok(symbols[0].children.length >= 2);
  await connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 }, contentChanges: [{ text: '# Khác\n' }],
  });
  assert.deepEqual(await until(2), []);
  await connection.sendRequest(protocol.ShutdownRequest.type);
  await connection.sendNotification(protocol.ExitNotification.type);
  assert.equal(await ended, 0);
  connection.dispose();
  fs.rmSync(folder, { recursive: true });
});
