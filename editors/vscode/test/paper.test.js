// Tệp nào được coi là văn bản.
'use strict';

const assert = require('node:assert/strict');
const test = require('node:test');
const { isPaper } = require('../paper');

test('văn bản được nhận ra, tệp khác thì không', () => {
  for (const text of [
    '---\ntrích yếu: a\n---\n', '\uFEFF---\r\nsố: 1\r\n', '\n---\n# ghi chú\n"ký hiệu": TB/ĐU\n---\n',
    '---\nTrich_Yeu: a\n---\n', '---\nký:\n  họ tên: A\n', '---\nkính gửi:\n- A\n---',
    `---\n${'trích yếu'.normalize('NFD')}: a\n---\n`,
  ]) {
    assert.equal(isPaper('/a/tb.md', text), true, text);
  }
  for (const text of [
    '', '---\n', '# Dự án\n\nsố: 1\n', '---\ntitle: x\ntags: [số]\n---\n\nsố: 1\n', '--- \nlayout: post\n...\nký: a\n',
  ]) {
    assert.equal(isPaper('/a/tb.md', text), false, text);
  }
  assert.equal(isPaper('/a/vanban.yaml', ''), true);
  assert.equal(isPaper('C:\\a\\vanban.yaml', ''), true);
  assert.equal(isPaper('/a/khac.yaml', 'số: 1'), false);
});
