// Makes and changes nodes as a text says. A call from WebAssembly into the browser, and each text handed over with it,
// costs more than what it does there, so a whole tree or all changes of an answer are handed over in one.
//
// The text is in pieces, with U+001F between them. The first character of a piece says what it is; told.rs writes them.

const DRAWING = "http://www.w3.org/2000/svg";

function setAttribute(node, rest) {
  const at = rest.indexOf("=");
  node.setAttribute(rest.slice(0, at), rest.slice(at + 1));
}

// A frame that is on the page as it was written goes on as it is, so that it is not loaded twice. Until boot/take-over.js moves
// it there, a comment keeps its place among the new nodes.
function goesOn(frame) {
  const shown = document.querySelector("iframe[data-written]");
  if (shown?.src !== frame.src) return frame;
  shown.place = document.createComment("");
  frame.replaceWith(shown.place);
  return shown;
}

/** Makes trees. Returns the nodes that are wanted for more, in the order in which they end. */
export function build(text) {
  const wanted = [];
  const around = [];
  let node = null;
  for (const piece of text.split("\x1f")) {
    const rest = piece.slice(1);
    switch (piece[0]) {
      case "<":
      case "{": {
        const child = piece[0] === "<" ? document.createElement(rest) : document.createElementNS(DRAWING, rest);
        node?.append(child);
        around.push(node);
        node = child;
        break;
      }
      case "@":
        setAttribute(node, rest);
        break;
      case '"':
        node.append(rest);
        break;
      case "?": {
        const place = document.createComment("");
        node.append(place);
        wanted.push(place);
        break;
      }
      case "!":
        wanted.push(node.localName === "iframe" ? goesOn(node) : node);
        node = around.pop();
        break;
      case ">":
        node = around.pop();
        break;
    }
  }
  return wanted;
}

/** The elements in another one that a selector matches. */
export function matching(parent, selector) {
  return [...parent.querySelectorAll(selector)];
}

/** Changes some of these nodes. */
export function change(nodes, text) {
  let node = null;
  for (const piece of text.split("\x1f")) {
    const rest = piece.slice(1);
    switch (piece[0]) {
      case "#":
        node = nodes[Number(rest)];
        break;
      case "@":
        setAttribute(node, rest);
        break;
      case "-":
        node.removeAttribute(rest);
        break;
      case '"':
        // Another text of an element would be another node, with more to lay out.
        if (node.firstChild?.nodeType === Node.TEXT_NODE) node.firstChild.data = rest;
        else node.textContent = rest;
        break;
      case "+":
        node[rest] = true;
        break;
      case "~":
        node[rest] = false;
        break;
    }
  }
}
