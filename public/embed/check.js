// In a frame of a partner's page: looks at what that page permits, and says so in each row. It asks nobody.

(() => {
  const isFramed = parent !== window;
  const hash = new URLSearchParams(location.hash.replace(/^#\??/, ""));
  const found = {
    frame: isFramed || null,
    script: isFramed || null,
    // Without an origin of its own the frame is in a sandbox, which opens no windows unless it is told to.
    window: isFramed ? origin !== "null" || null : null,
    height: isFramed ? typeof window.requestResize === "function" || hash.has("cc") || hash.has("secret") : null,
    loader: hash.has("cc") || null,
  };
  document.addEventListener("DOMContentLoaded", () => {
    for (const row of document.querySelectorAll("[data-check]")) {
      const state = row.querySelector(".embed__state");
      const answer = found[row.dataset.check];
      if (answer === null) continue;
      row.dataset.found = answer ? "yes" : "no";
      state.textContent = answer ? state.dataset.yes : state.dataset.no;
    }
    if (!hash.has("cc") || !isFramed) return;
    const { height } = document.querySelector(".embed__main").getBoundingClientRect();
    parent.postMessage({ countryCooperation: 1, nonce: hash.get("cc"), type: "ready", px: Math.ceil(height), title: document.title, lang: document.documentElement.lang }, "*");
  });
})();
