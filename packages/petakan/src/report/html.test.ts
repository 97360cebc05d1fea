import { expect, test } from 'vitest';
import { html } from './html.ts';

test('escapes text, keeps markup, joins lists, leaves out what is not there', () => {
  const inner = html`<b>${'<script>"&\''}</b>`;
  expect(inner.markup).toBe('<b>&lt;script&gt;&quot;&amp;&#39;</b>');
  expect(html`<p title="${'"x"'}">${[inner, 'a', 0]}${null}${false}${undefined}</p>`.markup).toBe(
    `<p title="&quot;x&quot;">${inner.markup}a0</p>`,
  );
});
