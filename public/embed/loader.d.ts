// The element that loader.js defines. docs/embed.md tells what each attribute means.

export type View = "country" | "countries" | "map" | "strategies" | "publications" | "figures" | "chart";
export type Language = "en" | "fr" | "es" | "ar" | "zh" | "ru";

/** Attributes of the element. Filters are those of the site's lists; several values are joined by commas. */
export interface CountryCooperationAttributes {
  view?: View;
  /** ISO 3166-1 alpha-3, such as `KEN`. */
  country?: string;
  /** Of the view `chart`. */
  chart?: "offices" | "regions" | "served" | "strategies-by-year" | "publications-by-year" | "staff-by-year";
  region?: string;
  q?: string;
  membership?: string;
  office?: string;
  strategy?: string;
  income?: string;
  status?: string;
  type?: string;
  language?: string;
  topic?: string;
  from?: string;
  to?: string;
  sort?: string;
  lang?: Language;
  theme?: "auto" | "light" | "dark";
  /** Six hexadecimal digits, with or without `#`. */
  accent?: string;
  background?: string;
  text?: string;
  /** Pixels, 0 to 24. */
  radius?: string | number;
  font?: "site" | "system" | "sans" | "serif" | "mono";
  density?: "comfortable" | "compact";
  /** The day whose content is to stay, such as `2026-11-01`. */
  pin?: string;
  debug?: "0" | "1";
  /** Pixels. With it the height does not follow the content. */
  height?: string | number;
  "max-height"?: string | number;
  "frame-title"?: string;
  loading?: "lazy" | "eager";
}

export interface CountryCooperationEvents {
  "cc:ready": CustomEvent<{ version: string; content: string; lang: Language }>;
  "cc:resize": CustomEvent<{ px: number }>;
  "cc:link": CustomEvent<{ href: string }>;
  "cc:error": CustomEvent<{ code: "timeout"; retryable: boolean }>;
}

export interface CountryCooperationElement extends HTMLElement {
  /** The version of the contract. */
  readonly version: number;
  /** Loads the embed anew, for instance after `cc:error`. */
  reload(): void;
  addEventListener<Name extends keyof CountryCooperationEvents>(
    name: Name,
    listener: (event: CountryCooperationEvents[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(name: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "country-cooperation": CountryCooperationElement;
  }
}
