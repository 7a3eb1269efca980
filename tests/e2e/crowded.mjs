// Whether the words of drawings have room.

/** What is wrong with the words of the charts on a page: those that leave it at a side, and those that lie on each other. */
export const crowded = (page) =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    return [...document.querySelectorAll(".chart__svg")].flatMap((drawing) => {
      const words = [...drawing.querySelectorAll("text")].map((node) => {
        // Boxes of lines differ with the letters of a language; what is read stands on its line and is not higher than this.
        const line = drawing.getBoundingClientRect().top + Number(node.getAttribute("y"));
        const { left, right } = node.getBoundingClientRect();
        return { said: node.textContent, left, right, top: line - 0.7 * parseFloat(getComputedStyle(node).fontSize), bottom: line };
      });
      const out = words.filter(({ left, right }) => left < 0 || right > wide).map(({ said }) => `${drawing.id}: ${said} leaves the page`);
      const isOn = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom && other.top < one.bottom;
      const pairs = words.flatMap((one, at) => words.slice(at + 1).filter((other) => isOn(one, other)).map((other) => `${drawing.id}: ${one.said} lies on ${other.said}`));
      return [...out, ...pairs];
    });
  });
