import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readHead } from '../src/manual';
import { utf16Offset, withShortName, withTelling } from '../src/page';
import { failure } from '../src/run';

const MANUAL = join(process.cwd(), '..', 'rules', 'manual');

test('every page of the manual is known by its first line', () => {
  const pages = readdirSync(MANUAL).filter((name) => name.endsWith('.md'));
  assert.ok(pages.length > 70);
  for (const name of pages) {
    assert.equal(readHead(readFileSync(join(MANUAL, name), 'utf-8'))?.code, name.replace('.md', ''));
  }
  assert.deepEqual(readHead('# A301 row-total 表三：之和不符\r\n'), { code: 'A301', name: 'row-total', title: '表三：之和不符' });
  assert.equal(readHead('## 检查内容'), undefined);
});

test('the page gets one script more, and allows no other', () => {
  const page = `<meta content="default-src 'none'; script-src 'sha256-x'"><body><p>$&</p></body>\n</html>\n`;
  const made = withTelling(page, 'abc');
  assert.match(made, /script-src 'sha256-x' 'nonce-abc'"/);
  assert.equal(made.split('<script nonce="abc">').length, 2);
  assert.ok(made.includes('<p>$&</p>') && made.endsWith('</script>\n</body>\n</html>\n'));
});

test('the script of the page is sound', () => {
  const script = /<script nonce="n">([\s\S]*)<\/script>/.exec(withTelling('</body></html>', 'n'))?.[1];
  assert.ok(script);
  assert.doesNotThrow(() => new Function(script));
  assert.ok(script.includes('p(\\d+-\\d+)$'));
});

test('a file is named as the editor names it', () => {
  const page = '<p class="path">/tmp/a&amp;b/年报.txt</p><p>见 /tmp/a&amp;b/年报.txt 一节</p>';
  assert.equal(
    withShortName(page, '/tmp/a&b/年报.txt', '县<局>/年报.txt'),
    '<p class="path">县&lt;局&gt;/年报.txt</p><p>见 /tmp/a&amp;b/年报.txt 一节</p>',
  );
});

test('places are counted in code points, the editor counts UTF-16', () => {
  assert.equal(utf16Offset('甲𠮷乙', 2), 3);
  assert.equal(utf16Offset('甲乙', 1), 1);
  assert.equal(utf16Offset('甲乙', 9), 2);
});

test('findings are no failure; a usage error and a killed program are', () => {
  assert.equal(failure({ code: 1, stdout: '', stderr: '2 个错误' }), '');
  assert.equal(failure({ code: 2, stdout: '', stderr: '没有选项 --x\n' }), '没有选项 --x');
  assert.equal(failure({ code: null, stdout: '', stderr: '' }), 'exit status null');
});
