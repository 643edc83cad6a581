// Nối VS Code với `vanban lsp`, và gọi chương trình để xuất PDF, kiểm tra, xem trước.
'use strict';

const path = require('node:path');
const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');
const { isPaper } = require('./paper');

let client;

function settings() {
  const all = vscode.workspace.getConfiguration('vanban');
  return { program: all.get('path') || 'vanban', language: all.get('language') || 'vi' };
}

function paper(document) {
  return document && document.uri.scheme === 'file' && isPaper(document.fileName, document.getText());
}

// Chạy phần nhắc lỗi, một lần, khi văn bản đầu tiên được mở.
async function start() {
  if (client) return;
  const { program, language } = settings();
  const server = {
    command: program,
    args: ['lsp', '--lang', language],
    transport: TransportKind.stdio,
  };
  client = new LanguageClient('vanban', 'Văn bản', server, {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'file', language: 'yaml' },
    ],
  });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const open = 'Mở phần cài đặt';
    const chosen = await vscode.window.showErrorMessage(
      `Không chạy được chương trình \`${program}\` (${error.message}). Cài vanban, hoặc ghi đường dẫn `
        + 'tới chương trình vào mục vanban.path rồi mở lại cửa sổ này.',
      open,
    );
    if (chosen === open) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'vanban.path');
    }
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) await running.stop();
}

function look(document) {
  if (paper(document)) start();
}

function mark(editor) {
  const here = Boolean(editor && paper(editor.document));
  vscode.commands.executeCommand('setContext', 'vanban.isPaper', here);
}

// Gọi chương trình với văn bản đang mở, sau khi lưu; kết quả hiện ở khung Terminal.
async function run(title, command, more) {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !paper(editor.document)) {
    vscode.window.showWarningMessage('Hãy mở một văn bản (tệp .md có phần khai báo) trước.');
    return undefined;
  }
  const { document } = editor;
  if (document.isDirty && !(await document.save())) return undefined;
  const { program, language } = settings();
  const file = document.fileName;
  const folder = path.dirname(file);
  // Tên tệp bắt đầu bằng dấu - không bị hiểu là tùy chọn.
  const args = [command, `.${path.sep}${path.basename(file)}`, ...more, '--lang', language];
  const execution = new vscode.ProcessExecution(program, args, { cwd: folder });
  const task = new vscode.Task(
    { type: 'vanban', task: command }, vscode.TaskScope.Workspace, title, 'vanban', execution,
  );
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always, panel: vscode.TaskPanelKind.Dedicated, clear: true,
  };
  return vscode.tasks.executeTask(task);
}

function activate(context) {
  const register = (name, work) => vscode.commands.registerCommand(`vanban.${name}`, work);
  context.subscriptions.push(
    register('build', () => run('Xuất PDF', 'build', ['--open'])),
    register('check', () => run('Kiểm tra', 'check', [])),
    register('preview', () => run('Xem trước', 'preview', ['--open'])),
    register('restart', async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!client) look(document);
      const editor = vscode.window.activeTextEditor;
      if (editor && editor.document === document) mark(editor);
    }),
    vscode.window.onDidChangeActiveTextEditor(mark),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('vanban') && client) {
        await stop();
        await start();
      }
    }),
  );
  vscode.workspace.textDocuments.forEach(look);
  mark(vscode.window.activeTextEditor);
}

module.exports = { activate, deactivate: stop };
