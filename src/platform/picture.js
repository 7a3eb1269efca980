// A drawing of the page as a picture that stands alone: with its title, its source, and all styles written into it, as SVG
// or, painted mark by mark, as PNG. An image is never loaded for it, so the policy for images stays as strict as it is.

const DRAWING = "http://www.w3.org/2000/svg";
const WIDTH = 880;
const EDGE = 28;
/** Pixels of the PNG for each pixel of the drawing. */
const SHARP = 2;
/** Styles that a picture needs as attributes: of words, and of other marks. */
const OF_WORDS = ["fill", "font-family", "font-size", "font-weight", "text-anchor"];
const OF_MARKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "vector-effect"];

function make(tag, attributes, parent) {
  const node = document.createElementNS(DRAWING, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return parent.appendChild(node);
}

/** Writes a text in as many lines as it needs. Returns where the next begins. */
function write(parent, text, className, top) {
  const isRtl = document.documentElement.dir === "rtl";
  const place = { class: className, x: isRtl ? WIDTH - EDGE : EDGE };
  let line = make("text", { ...place, y: top }, parent);
  const leading = parseFloat(getComputedStyle(line).fontSize) * 1.35;
  let y = top + leading;
  line.setAttribute("y", y);
  // Chinese is broken anywhere, everything else after a space.
  for (const piece of text.split(/(?<=[\s\u2e80-\uffef])/u)) {
    const before = line.textContent;
    line.textContent += piece;
    if (before && line.getComputedTextLength() > WIDTH - 2 * EDGE) {
      line.textContent = before.trimEnd();
      y += leading;
      line = make("text", { ...place, y }, parent);
      line.textContent = piece;
    }
  }
  return y;
}

/** The picture, put beside the drawing so that the same styles apply. */
function compose(drawing, title, source) {
  const root = make("svg", { class: "chart__copy", width: WIDTH, direction: document.documentElement.dir }, drawing.parentElement);
  const paper = make("rect", { class: "chart__paper", width: "100%", height: "100%" }, root);
  const top = write(root, title, "chart__title", EDGE / 2) + EDGE;
  const inner = drawing.cloneNode(true);
  const height = Number(drawing.getAttribute("height"));
  for (const name of ["id", "class", "role", "aria-label"]) inner.removeAttribute(name);
  for (const [name, value] of Object.entries({ x: EDGE, y: top, width: WIDTH - 2 * EDGE, overflow: "visible" })) inner.setAttribute(name, value);
  root.append(inner);
  const bottom = write(root, source, "chart__quiet", top + height + EDGE / 2) + EDGE;
  root.setAttribute("height", bottom);
  root.setAttribute("viewBox", `0 0 ${WIDTH} ${bottom}`);
  paper.setAttribute("height", bottom);
  return root;
}

/** The path of a mark, in its own coordinates. */
function outline(node) {
  const path = new Path2D(node.getAttribute("d") ?? undefined);
  const number = (name) => node[name].baseVal.value;
  if (node.localName === "rect") path.rect(number("x"), number("y"), number("width"), number("height"));
  if (node.localName === "circle") path.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
  if (node.localName === "line") {
    path.moveTo(number("x1"), number("y1"));
    path.lineTo(number("x2"), number("y2"));
  }
  return path;
}

function paint(root, canvas) {
  canvas.width = WIDTH * SHARP;
  canvas.height = Number(root.getAttribute("height")) * SHARP;
  const pen = canvas.getContext("2d");
  const page = root.getScreenCTM().inverse();
  for (const node of root.querySelectorAll("rect, line, circle, path, text")) {
    const style = getComputedStyle(node);
    const place = page.multiply(node.getScreenCTM());
    pen.setTransform(SHARP, 0, 0, SHARP, 0, 0);
    pen.fillStyle = style.fill;
    if (node.localName === "text") {
      pen.translate(place.e, place.f);
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      pen.direction = style.direction;
      pen.textAlign = style.textAnchor === "middle" ? "center" : "start";
      pen.fillText(node.textContent, node.x.baseVal.getItem(0).value, node.y.baseVal.getItem(0).value);
      continue;
    }
    const path = new Path2D();
    path.addPath(outline(node), place);
    if (style.fill !== "none") pen.fill(path);
    if (style.stroke === "none") continue;
    pen.strokeStyle = style.stroke;
    pen.lineWidth = parseFloat(style.strokeWidth);
    pen.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat));
    pen.stroke(path);
  }
}

/** The text of the picture, with each style as an attribute. */
function standAlone(root) {
  for (const node of root.querySelectorAll("*")) {
    const style = getComputedStyle(node);
    const names = node.localName === "text" ? OF_WORDS : OF_MARKS;
    for (const name of names) node.setAttribute(name, style.getPropertyValue(name));
  }
  for (const node of [root, ...root.querySelectorAll("*")]) node.removeAttribute("class");
  return new XMLSerializer().serializeToString(root);
}

function hand(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the address with the click; the bytes need not stay.
  URL.revokeObjectURL(link.href);
}

export function savePicture(id, title, source, name) {
  const drawing = document.getElementById(id);
  if (!drawing) return;
  const root = compose(drawing, title, source);
  try {
    if (name.endsWith(".svg")) {
      hand(new Blob([standAlone(root)], { type: "image/svg+xml" }), name);
    } else {
      const canvas = document.createElement("canvas");
      paint(root, canvas);
      canvas.toBlob((blob) => blob && hand(blob, name), "image/png");
    }
  } finally {
    root.remove();
  }
}
