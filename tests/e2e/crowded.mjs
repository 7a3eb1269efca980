// Whether the words of drawings have room.

/** What is wrong with the words of the charts on a page: those that leave it at a side, and those that lie on each other. */
export const crowded = (page) =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    return [...document.querySelectorAll(".chart__svg")].flatMap((drawing) => {
      const words = [...drawing.querySelectorAll("text")].map((node) => ({ said: node.textContent, box: node.getBoundingClientRect() }));
      const out = words.filter(({ box }) => box.left < 0 || box.right > wide).map(({ said }) => `${drawing.id}: ${said} leaves the page`);
      // The box of a text is as high as a line: two lines of a name may touch.
      const isOn = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 6 && other.top < one.bottom - 6;
      const pairs = words.flatMap((one, at) => words.slice(at + 1).filter((other) => isOn(one.box, other.box)).map((other) => `${drawing.id}: ${one.said} lies on ${other.said}`));
      return [...out, ...pairs];
    });
  });
