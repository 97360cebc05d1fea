import { type Html, type HtmlValue, html } from './html.ts';

/** A part of the report with its heading, Indonesian first. */
export function section(key: string, heading: { id: string; en: string }, ...content: HtmlValue[]): Html {
  return html`<section id="${key}" aria-labelledby="judul-${key}">
<h2 id="judul-${key}">${heading.id} <span class="en" lang="en">${heading.en}</span></h2>
${content}
</section>
`;
}

/** A paragraph in Indonesian with its English line. */
export function paragraph(id: HtmlValue, en: HtmlValue): Html {
  return html`<p>${id}<span class="en line" lang="en">${en}</span></p>
`;
}
