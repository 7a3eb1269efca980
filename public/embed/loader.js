// <country-cooperation view="country" country="KEN" lang="fr"><a href="…">…</a></country-cooperation>
//
// Shows an embed in a frame that is as high as its content. What the page's author wrote into the element, a plain link, stays
// until the frame has said that it is ready, and comes back if it cannot be had. It keeps nothing, reads nothing of the page and
// changes nothing of it but this element. docs/embed.md tells what it takes and says.

(() => {
  const NAME = "country-cooperation";
  // Loaded twice, or by another version: the first one stays.
  if (customElements.get(NAME)) return;
  const script = document.currentScript ?? document.querySelector('script[src*="/embed/v1/loader"]');
  const FOLDER = new URL(".", script.src);
  const LOOK = ["theme", "accent", "background", "text", "radius", "font", "density"];
  // About the element itself; all other attributes are for the frame, which notes what it does not know.
  const OWN = /^(height|max-height|frame-title|loading|id|class|style|slot|hidden|dir|role|tabindex|part|(data|aria|on).*)$/;
  // Milliseconds until the frame must have said that it is ready.
  const PATIENCE = 8000;
  // Changes of height in a second: more come from a circle or a flood.
  const MOST = 30;
  const sheet = new CSSStyleSheet();
  // Until it is ready the frame is as wide as it will be, but not in sight and not in the way.
  sheet.replaceSync(
    ":host{display:block;position:relative}:host([hidden]),slot[hidden]{display:none}iframe{display:block;width:100%;border:0;color-scheme:normal}.late{position:absolute;visibility:hidden;height:0}",
  );

  class CountryCooperation extends HTMLElement {
    version = 1;

    connectedCallback() {
      if (!this.root) {
        this.root = this.attachShadow({ mode: "open" });
        this.root.adoptedStyleSheets = [sheet];
        this.rest = this.root.appendChild(document.createElement("slot"));
      }
      addEventListener("message", this);
      this.sight = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.start(), { rootMargin: "300px" });
      this.changes = new MutationObserver((changes) => this.change(changes.map((change) => change.attributeName)));
      this.changes.observe(this, { attributes: true });
      this.reload();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      this.changes.disconnect();
      this.stop();
    }

    // What is only about the look needs no new frame.
    change(names) {
      const others = names.filter((name) => !LOOK.includes(name));
      if (!this.ready || others.some((name) => !OWN.test(name))) return this.reload();
      if (others.length < names.length) this.frame.contentWindow.postMessage({ nonce: this.nonce, type: "look", query: this.query() }, "*");
      this.fit(this.px);
    }

    /** Loads the embed anew. */
    reload() {
      this.stop();
      if (this.getAttribute("loading") === "eager") this.start();
      else this.sight.observe(this);
    }

    query() {
      const style = getComputedStyle(this);
      const query = new URLSearchParams();
      for (const key of LOOK) {
        const value = style.getPropertyValue(`--cc-${key}`).trim();
        if (value) query.set(key, value);
      }
      for (const { name, value } of this.attributes) if (!OWN.test(name)) query.set(name, value);
      return String(query);
    }

    start() {
      if (this.frame) return;
      this.sight.disconnect();
      const frame = (this.frame = document.createElement("iframe"));
      this.nonce = String(crypto.getRandomValues(new Uint32Array(2)));
      frame.title = this.getAttribute("frame-title") ?? "Country Cooperation";
      frame.referrerPolicy = "strict-origin";
      frame.className = "late";
      frame.src = `${FOLDER}?${this.query()}#cc=${this.nonce}`;
      this.root.append(frame);
      this.timer = setTimeout(() => {
        this.stop();
        this.say("error", { code: "timeout", retryable: true });
      }, PATIENCE);
    }

    stop() {
      clearTimeout(this.timer);
      this.sight.disconnect();
      this.frame?.remove();
      this.frame = null;
      this.ready = this.rest.hidden = false;
    }

    say(name, detail) {
      this.dispatchEvent(new CustomEvent(`cc:${name}`, { detail, bubbles: true, composed: true }));
    }

    handleEvent({ source, origin, data }) {
      const isOurs = this.frame && source === this.frame.contentWindow && [FOLDER.origin, "null"].includes(origin);
      if (!isOurs || data?.countryCooperation !== 1 || data.nonce !== this.nonce) return;
      const { type, px, href, title, version, content, lang } = data;
      if (type === "ready" && !this.ready) {
        clearTimeout(this.timer);
        this.ready = this.rest.hidden = true;
        this.frame.title = this.getAttribute("frame-title") ?? String(title).slice(0, 200);
        this.frame.className = "";
        this.fit(px);
        this.say("ready", { version, content, lang });
      } else if (this.ready && type === "height") this.fit(px);
      else if (this.ready && type === "link") this.say("link", { href: String(href) });
    }

    fit(px) {
      const second = Math.floor(performance.now() / 1000);
      this.count = second === this.second ? this.count + 1 : 0;
      this.second = second;
      if (!Number.isFinite(px) || this.count > MOST) return;
      this.px = px;
      const number = (name) => Number(this.getAttribute(name));
      const height = number("height") || Math.min(Math.max(px, 50), number("max-height") || 2000, 20000);
      if (this.frame.height === String(height)) return;
      this.frame.height = height;
      this.say("resize", { px: height });
    }
  }

  customElements.define(NAME, CountryCooperation);
  // What is not in sight is printed too.
  addEventListener("beforeprint", () => document.querySelectorAll(NAME).forEach((element) => element.start()));
})();
