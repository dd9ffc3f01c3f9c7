/** An issue as stage ① read it → the same page written for Typst: same grid, sizes, faces, photos and text. */

const ESCAPE = /[\\#$*_`<>@[\]~/="'-]/g;

/** @param {string} text */
function escaped(text) {
  return text.replace(ESCAPE, (character) => `\\${character}`);
}

/** @param {import('../../src/content/issue.ts').RichProse} prose */
function rich(prose) {
  let at = 0;
  let out = '';
  for (const { start, end } of prose.marks) {
    out += `${escaped(prose.text.slice(at, start))}#hei[${escaped(prose.text.slice(start, end))}]`;
    at = end;
  }
  return out + escaped(prose.text.slice(at));
}

/** @param {import('../../src/content/issue.ts').Block} block */
function blockMarkup(block) {
  if (block.kind === 'subhead') return `#subhead[${rich(block.prose)}]`;
  return rich(block.prose);
}

const PREAMBLE = `
#set page(width: 390mm, height: 540mm, margin: (left: 20.9mm, right: 20.9mm, top: 24mm, bottom: 24.9mm))
#set text(font: ("Noto Serif SC", "Noto Sans SC"), size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 5.5pt, spacing: 5.5pt, first-line-indent: (amount: 2em, all: true))
#let hei(body) = text(font: "Noto Sans SC", weight: 700, body)
#let subhead(body) = block(height: 32pt, width: 100%, align(center + horizon, text(size: 12pt, hei(body))))
#let photo(file, h, caption) = block(width: 100%, {
  block(height: h, width: 100%, clip: true, stroke: 0.3pt + gray, image(file, width: 100%, height: 100%, fit: "cover"))
  v(-4pt)
  par(first-line-indent: 0em, text(font: "LXGW WenKai", size: 9.5pt, [▲#caption]))
})
`;

/**
 * @param {import('../../src/content/issue.ts').Issue} issue
 * @param {(file: string) => string} photoPath the photo's path from the compiler's workspace
 */
export function typstPage(issue, photoPath) {
  const page = issue.pages[0];
  const article = page.articles[0];
  const photo = (k, height) => {
    const use = article.photos[k];
    return `photo("${photoPath(use.file)}", ${height}pt, [${escaped(use.caption.text)} ${escaped(use.credit.text)}])`;
  };
  const [year, month, day] = issue.date.split('-').map(Number);
  return `${PREAMBLE}
#grid(columns: (1fr, 1fr, 1fr), align: (left, center, right),
  [${year}年${month}月${day}日], text(size: 20pt, hei[${page.section.text}]), text(size: 26pt, weight: 900)[${page.label.text}])
#line(length: 100%, stroke: 2pt)
#align(center, block(text(size: 84pt, weight: 900)[${escaped(article.headline.text)}]))
#align(center, block(text(font: "LXGW WenKai", size: 14pt)[${escaped(article.byline.text)}]))
#grid(columns: (315fr, 651fr), gutter: 21pt, [], ${photo(0, 448)})
#block(height: 460pt, columns(6, gutter: 21pt)[
${article.body.map(blockMarkup).join('\n\n')}
])
#grid(columns: (1fr, 1fr, 1fr, 1fr), gutter: 21pt, ${[1, 2, 3, 4].map((k) => photo(k, 140)).join(', ')})
`;
}
