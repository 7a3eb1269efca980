// The page as it was written when the site was built: its language, its theme, and what a reader does before the app is here.
//
// All files of this folder are one script: `bundle finish` joins them in the order that src/tools/finish/boot.rs tells, so
// that nobody waits for a second one. What one file names is known in all.

// The message files may be what is missing, so the few sentences needed here are kept here.
const WORDS = {
  en: ["Loading…", "This page could not be loaded", "The connection failed or was too slow.", "A file arrived damaged or is missing.", "The page stopped because of an error.", "This browser is too old for this page.", "Try again", "WHO’s own country pages", "The page can be read, but search and filters do not work"],
  fr: ["Chargement…", "Cette page n’a pas pu être chargée", "La connexion a échoué ou était trop lente.", "Un fichier est arrivé endommagé ou manque.", "La page s’est arrêtée à cause d’une erreur.", "Ce navigateur est trop ancien pour cette page.", "Réessayer", "Pages de l’OMS sur les pays", "La page est lisible, mais la recherche et les filtres ne fonctionnent pas"],
  es: ["Cargando…", "No se pudo cargar esta página", "La conexión falló o fue demasiado lenta.", "Un archivo llegó dañado o falta.", "La página se detuvo por un error.", "Este navegador es demasiado antiguo para esta página.", "Intentar de nuevo", "Páginas de la OMS sobre los países", "La página se puede leer, pero la búsqueda y los filtros no funcionan"],
  ar: ["جارٍ التحميل…", "تعذّر تحميل هذه الصفحة", "انقطع الاتصال أو كان بطيئًا جدًا.", "وصل ملف تالف أو أنه مفقود.", "توقفت الصفحة بسبب خطأ.", "هذا المتصفح قديم جدًا لهذه الصفحة.", "المحاولة مرة أخرى", "صفحات المنظمة عن البلدان", "يمكن قراءة الصفحة، لكن البحث وعوامل التصفية لا تعمل"],
  zh: ["正在加载…", "无法加载此页面", "连接失败或速度太慢。", "文件已损坏或缺失。", "页面因错误而停止。", "此浏览器版本过旧，无法打开此页面。", "重试", "世卫组织国家页面", "可以阅读此页面，但搜索和筛选无法使用"],
  ru: ["Загрузка…", "Не удалось загрузить страницу", "Соединение прервано или слишком медленное.", "Файл повреждён или отсутствует.", "Страница остановилась из-за ошибки.", "Этот браузер слишком стар для этой страницы.", "Повторить", "Страницы ВОЗ о странах", "Страницу можно читать, но поиск и фильтры не работают"],
};

const script = document.querySelector("script[data-wasm]");
const root = document.getElementById("boot");
const { base } = script.dataset;
const site = new URL(base, location).href;
const segments = location.pathname.slice(base.length).split("/").filter(Boolean);
const language = WORDS[segments[0]] ? segments[0] : preferred();
const words = WORDS[language];
let over = false;

// What is listed for the view at the address, by its first segment; with an id behind that it is another view.
function atAddress(lists, listsWithId) {
  const [, kind = "", id = "by"] = segments;
  return (id !== "by" && listsWithId[kind]) || lists[kind];
}

// The page as it was written when the site was built. It stays until the app can show the same. It is not shown where it is
// not what the address asks for: a list with a question, and the files that hosts send for whatever they do not find.
const written = document.getElementById("app");
const isShown = written.firstElementChild !== null && !("held" in written.dataset) && !location.search;
written.hidden = !isShown;
const pressed = []; // buttons of it that have been pressed: the app presses its own when it can
written.addEventListener("click", ({ target }) => {
  const button = target.closest("button[type=button]");
  if (button) pressed.push(button);
});

// A frame is fetched when it comes into sight, and no sooner.
const inSight = new IntersectionObserver((all) => {
  for (const { isIntersecting, target } of all) if (isIntersecting && !target.src) target.src = target.dataset.src;
});
if (isShown) for (const frame of written.querySelectorAll("iframe[data-src]")) inSight.observe(frame);

// To write even the same value makes browsers look at the style of the whole page again.
const page = document.documentElement;
if (page.lang !== language) page.lang = language;
const direction = language === "ar" ? "rtl" : "ltr";
if (page.dir !== direction) page.dir = direction;
// Who comes back to a page finds the place where they were: for that all of it must be laid out (style/blocks/cycles.css).
const isBack = performance.getEntriesByType("navigation")[0]?.type !== "navigate";
if (isBack) delete page.dataset.brief;
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;
} catch {
  // Storage is closed in some frames and private windows: then the system's theme holds.
}

function preferred() {
  let saved = null;
  try {
    saved = localStorage.getItem("language");
  } catch {
    // As above.
  }
  const wanted = [saved, ...(navigator.languages ?? [])].map((tag) => (tag ?? "").split("-")[0].toLowerCase());
  return wanted.find((code) => WORDS[code]) ?? "en";
}
