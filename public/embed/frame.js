// Inside an embed: gives it its look, tells the page around it how high it is, and says what of its address could not be used.
// Without it the embed can be read as it is. It keeps nothing, asks nobody, and never touches the page around it.
//
// The rules for keys and colours are those of src/domain/embed.rs; tests/fixtures/embeds.tsv holds both to them.

(() => {
  "use strict";

  const LISTS = {
    countries: ["q", "region", "membership", "office", "strategy", "income", "sort"],
    map: ["q", "region", "membership", "office", "strategy", "income", "sort"],
    strategies: ["q", "region", "status", "country", "from", "to", "sort"],
    publications: ["q", "type", "country", "region", "language", "topic", "from", "to", "sort"],
    country: ["country"],
    figures: [],
    chart: ["chart", "region"],
  };
  const LANGUAGES = ["en", "fr", "es", "ar", "zh", "ru"];
  const REGIONS = ["AFR", "AMR", "SEAR", "EUR", "EMR", "WPR"];
  const CHARTS = ["offices", "regions", "served", "strategies-by-year", "publications-by-year", "staff-by-year"];
  // The sources have these for the whole world only.
  const WORLDWIDE = ["offices", "staff-by-year"];
  const GLOBAL = [...REGIONS, "global"];
  const WORDS = {
    membership: ["member_state", "associate_member", "territory"],
    office: ["in_country", "served_from_elsewhere", "none_found"],
    strategy: ["current", "in_development", "undated", "expired", "none_found"],
    income: ["low", "lower_middle", "upper_middle", "high", "not_classified"],
    status: ["current", "in_development", "undated", "expired"],
  };
  const SORTS = {
    countries: ["name", "region", "strategy_end"],
    map: ["name", "region", "strategy_end"],
    strategies: ["newest", "oldest", "country"],
    publications: ["relevance", "newest", "oldest", "title"],
  };
  // The filters that have documents of their own: of a list one at a time, of a chart all.
  const NARROWING = { country: ["country"], countries: ["region"], strategies: ["region"], publications: ["type", "region"], chart: ["chart", "region"] };
  // Keys of which the last good value holds; those of others are joined.
  const SINGLE = ["q", "from", "to", "sort"];

  const colour = (text) => (/^#?[0-9a-f]{6}$/i.test(text) ? text.replace("#", "").toLowerCase() : null);
  const among = (words) => (text) => (words.includes(text) ? text : null);
  const day = (text) => (/^(19|20)\d\d-\d\d-\d\d$|^2100-\d\d-\d\d$/.test(text) && isDay(text) ? text : null);
  const isDay = (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
  const year = (text) => (/^(19|20)\d\d$|^2100$/.test(text) ? text : null);
  const iso3 = (text) => (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null);
  const slug = (text) => (/^[\w+-]{1,64}$/.test(text) ? text : null);

  // What does not depend on the view.
  const LOOK = {
    theme: among(["auto", "light", "dark"]),
    accent: colour,
    background: colour,
    text: colour,
    radius: (text) => (/^\d\d?$/.test(text) && Number(text) <= 24 ? String(Number(text)) : null),
    font: among(["site", "system", "sans", "serif", "mono"]),
    density: among(["comfortable", "compact"]),
    pin: day,
    debug: among(["0", "1"]),
  };
  const DEFAULTS = { theme: "auto", font: "site", density: "comfortable", debug: "0" };

  /** One value of a filter as it is kept; nothing if the view does not take it. */
  function valueOf(view, key, text) {
    if (key === "region") return among(view === "publications" ? GLOBAL : REGIONS)(text);
    if (key === "country") return iso3(text);
    return WORDS[key] ? among(WORDS[key])(text) : slug(text);
  }

  /** The values of a filter, sorted, or its one value. What is bad is noted. */
  function filterOf(view, key, text, note) {
    if (view === "chart") return among(key === "chart" ? CHARTS : REGIONS)(text) ?? note(key, text);
    if (key === "q") return [...text].slice(0, 200).join("");
    if (key === "from" || key === "to") return year(text) ?? note(key, text);
    if (key === "sort") return SORTS[view].includes(text) ? (text === SORTS[view][0] ? "" : text) : note(key, text);
    const good = new Set();
    for (const part of text.split(",")) {
      const value = valueOf(view, key, part);
      if (value === null) note(key, part);
      else good.add(value);
    }
    return [...good].sort().join(",");
  }

  /** Reads pairs as `Embed::parse` does: `{ view, lang, look, filters, notes }`. `place` is what the document itself is. */
  function read(pairs, place = {}) {
    const notes = [];
    const look = { ...DEFAULTS };
    const asked = [];
    let { view, lang = "en" } = place;
    for (const [key, text] of pairs) {
      if (key === "view") {
        view = Object.keys(LISTS).find((known) => known === text);
        if (!view) notes.push([key, text, "bad_value"]);
      } else if (key === "lang" || LOOK[key]) {
        const value = (LOOK[key] ?? among(LANGUAGES))(text);
        if (value === null) notes.push([key, text, "bad_value"]);
        else if (key === "lang") lang = value;
        else look[key] = value;
      } else asked.push([key, text]);
    }
    const countries = asked.filter(([key]) => key === "country");
    view ??= countries.length ? "country" : "countries";
    const country = view === "country" && countries.length ? iso3(countries.at(-1)[1]) : null;
    if (view === "country" && !country) {
      if (!countries.length) notes.push(["country", "", "bad_value"]);
      view = "countries";
    }
    const filters = country ? { country } : {};
    if (view === "chart") filters.chart = asked.findLast(([key, text]) => key === "chart" && CHARTS.includes(text))?.[1] ?? "regions";
    const keys = WORLDWIDE.includes(filters.chart) ? ["chart"] : LISTS[view];
    for (const [key, text] of asked) {
      if (key === "country" && !keys.includes(key)) notes.push([key, text, "bad_value"]);
      else if (!keys.includes(key)) notes.push([key, text, "unknown_key"]);
      else if (!country) {
        const bad = (name, piece) => void notes.push([name, piece, "bad_value"]);
        // A filter that is named twice holds the values of both.
        const before = filters[key] && view !== "chart" && !SINGLE.includes(key) ? `${filters[key]},` : "";
        const value = filterOf(view, key, before + text, bad);
        if (value !== undefined) filters[key] = value;
      }
    }
    for (const key of Object.keys(filters)) if (!filters[key]) delete filters[key];
    if (filters.from > filters.to) {
      notes.push(["to", filters.to, "bad_value"]);
      delete filters.to;
    }
    notes.push(...refused(look));
    return { view, lang, look, filters, notes };
  }

  /** The filters that the path of a document tells. */
  function placeOf({ view, filters }) {
    const single = (NARROWING[view] ?? []).filter((key) => filters[key] && !filters[key].includes(","));
    return single.slice(0, view === "chart" ? 2 : 1);
  }

  /**
   * The address of the document, below the folder of the embeds, and as a query what its path does not say. `known` tells which
   * documents there are: the nearest one stands in for any other.
   */
  function sourceOf(embed, known = () => true) {
    const place = placeOf(embed);
    const values = () => place.map((key) => embed.filters[key]);
    while (place.length && !known([embed.view, ...values()].join("/"))) place.pop();
    // A card has no list to stand in for it but that of all countries.
    const view = embed.view === "country" && !place.length ? "countries" : embed.view;
    const path = [embed.lang, view, ...values()].join("/");
    const pairs = LISTS[embed.view].filter((key) => !place.includes(key) && embed.filters[key]).map((key) => [key, embed.filters[key]]);
    for (const key of Object.keys(LOOK)) if (embed.look[key] && embed.look[key] !== DEFAULTS[key]) pairs.push([key, embed.look[key]]);
    return path + queryOf(pairs);
  }

  // Commas stay readable: they join the values of one key.
  const queryOf = (pairs) => (pairs.length ? `?${new URLSearchParams(pairs)}`.replaceAll("%2C", ",") : "");

  // --- colours -------------------------------------------------------------------------------------------------------

  const OWN = {
    light: { scheme: "light", background: "ffffff", text: "22302e", accent: "0a626c" },
    dark: { scheme: "dark", background: "0c1414", text: "e4eae8", accent: "9fd0d2" },
  };
  const channels = (text) => [0, 2, 4].map((at) => parseInt(text.slice(at, at + 2), 16));
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (text) => channels(text).reduce((sum, channel, at) => sum + [0.2126, 0.7152, 0.0722][at] * linear(channel / 255), 0);
  function isReadable(one, other) {
    const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
    return a >= 4.5 * b || b >= 4.5 * a;
  }

  /** What a reader is shown whose device asks for a scheme: nothing that cannot be read. */
  function paletteOf(look, scheme) {
    const ground = groundOf(look, OWN[scheme], OWN[scheme === "light" ? "dark" : "light"]);
    const accents = [look.accent, OWN[ground.scheme].accent, ground.text];
    return { ...ground, accent: accents.find((accent) => accent && isReadable(accent, ground.background)) };
  }

  function groundOf({ background, text }, own, other) {
    if (background && text) {
      if (!isReadable(text, background)) return own;
      return { scheme: luminance(background) > luminance(text) ? "light" : "dark", background, text };
    }
    if (background) {
      const fitting = [own, other].find((one) => isReadable(one.text, background));
      return fitting ? { ...fitting, background } : own;
    }
    return text && isReadable(text, own.background) ? { ...own, text } : own;
  }

  const schemesOf = (theme) => (theme === "auto" ? ["light", "dark"] : [theme]);

  function refused(look) {
    const palettes = schemesOf(look.theme).map((scheme) => paletteOf(look, scheme));
    const isUnseen = (key) => look[key] && palettes.every((palette) => palette[key] !== look[key]);
    return ["accent", "background", "text"].filter(isUnseen).map((key) => [key, look[key], "low_contrast"]);
  }

  const mixed = (one, other, share) => {
    const [from, to] = [channels(one), channels(other)];
    return `#${from.map((channel, at) => Math.round(channel + (to[at] - channel) * share).toString(16).padStart(2, "0")).join("")}`;
  };

  if (typeof document === "undefined") {
    Object.assign(globalThis, { embedRules: { read, sourceOf, paletteOf } }); // for the tests
    return;
  }

  // --- the document ---------------------------------------------------------------------------------------------------

  const root = document.documentElement;
  const { dataset } = root;
  const folder = new URL(dataset.folder, location.href).href;
  const asked = [...new URLSearchParams(location.search)];

  // A short document stands at the folder itself: it leads on to the one that is asked for, or to that of a day that is kept. Keys
  // that mean nothing go along, so that they are noted there.
  const { lead, kept: days, shell } = document.currentScript.dataset;
  if (lead !== undefined) {
    const wanted = read(asked);
    const { pin } = wanted.look;
    const documents = new Set(lead.split(" "));
    const kept = pin && days.split(" ").includes(pin) ? `kept/${pin}/` : "";
    const strange = wanted.notes.filter(([, , reason]) => reason !== "low_contrast").map(([key, value]) => [key, value]);
    const source = sourceOf(wanted, (path) => documents.has(path));
    const pairs = [...new URLSearchParams(source.split("?")[1]), ...strange];
    location.replace(folder + kept + source.split("?")[0] + queryOf(pairs) + location.hash);
    return;
  }

  const place = { view: dataset.view, lang: root.lang };
  const own = [...new URLSearchParams(dataset.place)];
  // What the document is, its address cannot change; only what could not be used is noted.
  const isFixed = ([key, value]) => (key === "view" && value in LISTS) || (key === "lang" && LANGUAGES.includes(value));
  const embed = read([...own, ...asked.filter((pair) => !isFixed(pair))], place);
  embed.view = place.view;
  const isFramed = parent !== window;
  const hash = new URLSearchParams(location.hash.replace(/^#\??/, ""));
  const nonce = hash.get("cc"); // from our loader
  const secret = hash.get("secret"); // from WordPress
  const isDark = matchMedia("(prefers-color-scheme: dark)");

  const tell = (message) => isFramed && parent.postMessage({ countryCooperation: 1, nonce, ...message }, "*");

  function paint() {
    const { look } = embed;
    const scheme = look.theme === "auto" ? (isDark.matches ? "dark" : "light") : look.theme;
    const palette = paletteOf(look, scheme);
    const isOwn = ["background", "text", "accent"].every((key) => palette[key] === OWN[palette.scheme][key]);
    if (look.theme !== "auto" || !isOwn) dataset.theme = palette.scheme;
    else delete dataset.theme;
    for (const key of ["font", "density"]) dataset[key] = look[key];
    const set = (name, value) => (value ? root.style.setProperty(name, value) : root.style.removeProperty(name));
    const chosen = (value) => (isOwn ? "" : value);
    const [background, text, accent] = [palette.background, palette.text, palette.accent].map((value) => `#${value}`);
    for (const name of ["page", "sunken", "raised", "accent"]) set(`--surface-${name}`, chosen(background));
    for (const name of ["strong", "body", "quiet", "caution"]) set(`--text-${name}`, chosen(text));
    for (const name of ["--text-link", "--text-link-visited", "--text-accent", "--accent", "--point", "--focus-ring"]) set(name, chosen(accent));
    for (const name of ["--text-link-hover", "--rule-strong"]) set(name, chosen(text));
    set("--focus-gap", chosen(background));
    set("--rule", chosen(mixed(palette.text, palette.background, 0.8)));
    set("--rule-control", chosen(mixed(palette.text, palette.background, 0.4)));
    set("--point-quiet", chosen(mixed(palette.text, palette.background, 0.25)));
    set("--embed-radius", look.radius && `${look.radius}px`);
  }

  // Before anything is drawn, so that nothing flashes.
  paint();
  isDark.addEventListener("change", paint);

  /** Filters that this document does not apply: it says so, and the link leads to the site where they are. */
  function unmet() {
    const met = own.map(([key]) => key);
    const keys = LISTS[embed.view].filter((key) => !met.includes(key) && embed.filters[key]);
    if (!keys.length) return;
    const pairs = keys.map((key) => [key, embed.filters[key]]);
    for (const link of document.querySelectorAll("[data-site]")) link.search = queryOf([...new URLSearchParams(link.search), ...pairs]);
    const notice = document.querySelector(".embed__unmet");
    if (!notice) return;
    notice.querySelector("bdi").textContent = pairs.map((pair) => pair.join("=")).join(", ");
    notice.hidden = false;
    embed.notes.push(...pairs.map(([key, value]) => [key, value, "site_only"]));
  }

  // --- a list that answers ---------------------------------------------------------------------------------------------

  const operate = document.getElementsByClassName("embed__operate");
  let isStarting = false;

  /**
   * Fetches the shell, which draws the list with its filters in the place of the written one. That is more than all the rest of an
   * embed, so it waits for the reader's press, or for a document that was asked for filters and can be seen.
   */
  async function answer(isPressed) {
    if (isStarting) return;
    isStarting = true;
    const [button] = operate;
    button.setAttribute("aria-busy", "true");
    const keys = LISTS[embed.view].filter((key) => embed.filters[key]);
    const query = queryOf(keys.map((key) => [key, embed.filters[key]]));
    try {
      const { start: begin } = await import(folder + shell);
      const stage = await begin({ view: embed.view, lang: root.lang, query }, folder, shown);
      met();
      if (isPressed) stage.querySelector("input, summary")?.focus({ preventScroll: true });
    } catch {
      button.hidden = true;
      document.querySelector(".embed__fault").hidden = false;
      if (isPressed) document.querySelector("[data-site]").focus({ preventScroll: true });
    }
  }

  /** The link leads to the site where it shows the same. */
  function shown(href) {
    for (const link of document.querySelectorAll("[data-site]")) link.href = href;
  }

  /** Now the document applies what was asked for. */
  function met() {
    document.querySelector(".embed__unmet").hidden = true;
    embed.notes = embed.notes.filter(([, , reason]) => reason !== "site_only");
    notes();
  }

  function offer() {
    const [button] = operate;
    if (!shell || !button || typeof WebAssembly !== "object") return;
    button.hidden = false;
    button.addEventListener("click", () => answer(true));
    if (document.querySelector(".embed__unmet").hidden) return;
    const observer = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      observer.disconnect();
      const begin = () => answer(false);
      // A busy page around must not keep it waiting for good.
      if (globalThis.requestIdleCallback) requestIdleCallback(begin, { timeout: 2000 });
      else setTimeout(begin);
    });
    observer.observe(document.querySelector(".embed__head"));
  }

  function notes() {
    const list = document.querySelector(".embed__notes");
    if (!list || embed.look.debug !== "1") return;
    list.replaceChildren(
      ...embed.notes.map(([key, value, reason]) => {
        const item = document.createElement("li");
        const piece = document.createElement("bdi");
        piece.textContent = `${key}=${value}`;
        item.append(piece, ` ${list.getAttribute(`data-${reason}`) ?? reason}`);
        return item;
      }),
    );
    list.hidden = !embed.notes.length;
  }

  // --- the page around it ----------------------------------------------------------------------------------------------

  let told = 0;

  /** Tells the height of the content, which does not hang on that of the frame; so there is no way round in circles. */
  function measure() {
    const { height } = document.querySelector(".embed__main").getBoundingClientRect();
    const px = Math.ceil(height);
    if (px === told || px < 1) return;
    told = px;
    tell({ type: "height", px });
    if (secret) parent.postMessage({ message: "height", value: px, secret }, "*");
    // Browsers that let a frame grow by itself (CSS `frame-sizing`) are asked to look again.
    try {
      window.requestResize?.();
    } catch {
      // Not in a frame that may grow.
    }
  }

  // Where windows are barred, as in WordPress, the page around is asked to go to the site, and otherwise the address is written
  // beside the link. Elsewhere a link opens as links do.
  function follow(event) {
    const link = event.target.closest?.("a[href]");
    if (!link || !/^https?:$/.test(link.protocol)) return;
    tell({ type: "link", href: link.href });
    if (origin !== "null" || event.defaultPrevented) return;
    event.preventDefault();
    const opened = open(link.href, "_blank");
    if (opened) {
      opened.opener = null;
      return;
    }
    if (secret) {
      const site = document.querySelector("[data-site]");
      const isOurs = link.host === location.host;
      parent.postMessage({ message: "link", value: isOurs || !site ? link.href : site.href, secret }, "*");
    }
    if (link.nextElementSibling?.className === "embed__address") return;
    const address = document.createElement("bdi");
    address.className = "embed__address";
    address.textContent = link.href;
    link.after(address);
  }

  // Our loader may give another look, and nothing else.
  function hear({ source, data }) {
    if (source !== parent || !nonce || data?.nonce !== nonce || data.type !== "look" || typeof data.query !== "string") return;
    embed.look = read([...new URLSearchParams(data.query)], place).look;
    paint();
  }

  function start() {
    const { pin } = embed.look;
    if (pin && pin !== dataset.date) embed.notes.push(["pin", pin, "not_kept"]);
    unmet();
    notes();
    offer();
    if (!isFramed) return;
    new ResizeObserver(() => requestAnimationFrame(measure)).observe(document.querySelector(".embed__main"));
    measure();
    addEventListener("message", hear);
    tell({ type: "ready", version: dataset.version, content: dataset.date, lang: root.lang, title: document.title, px: told });
  }

  document.addEventListener("click", follow);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
