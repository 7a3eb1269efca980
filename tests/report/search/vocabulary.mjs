// The words, values and places that generated records are made of.

/** Splits a list of words. */
const list = (text) => text.trim().split(/\s+/);

/** The values of each facet. */
export const VALUES = {
  type: [
    "guideline", "report", "technical document", "policy brief", "fact sheet", "meeting report",
    "handbook", "toolkit", "training manual", "country profile", "strategy", "journal article",
    "dataset note", "situation report", "resolution",
  ],
  country: list(`
    IND CHN USA NGA ETH PAK BGD KEN UGA ZAF BRA GBR IDN TZA COD EGY FRA DEU MEX GHA PHL IRN ITA ESP COL NPL
    VNM THA MWI ZMB MOZ PER TUR AUS CAN JPN RUS ARG SDN MMR AFG YEM SYR IRQ UKR MLI NER BFA SEN CMR RWA BDI
    ZWE MDG CIV GIN SLE LBR TCD CAF SSD SOM ERI DJI AGO NAM BWA LSO SWZ GAB COG BEN TGO GMB GNB MRT DZA MAR
    TUN LBY JOR LBN PSE SAU ARE QAT KWT OMN BHR ISR KAZ UZB KGZ TJK TKM MNG LKA KHM LAO MYS SGP BRN TLS PNG
    SLB FJI VUT WSM TON KIR TUV NRU PLW FSM MHL COK NIU NZL KOR PRK MDV BTN POL ROU BGR HUN CZE SVK SVN HRV
    SRB BIH MNE MKD ALB GRC CYP MLT PRT NLD BEL LUX CHE AUT DNK SWE NOR FIN ISL EST LVA LTU BLR MDA GEO ARM
    AZE IRL GTM HND SLV NIC CRI PAN CUB DOM HTI JAM TTO BRB GRD LCA VCT ATG DMA KNA BHS BLZ GUY SUR VEN ECU
    BOL CHL PRY URY COM MUS SYC STP CPV GNQ AND MCO SMR PRI XKX LIE BMU CYM
  `),
  region: list("AFR AMR EMR EUR SEAR WPR"),
  language: list("en fr es ru zh ar"),
  topic: list(`
    malaria tuberculosis hiv immunization nutrition maternal-health child-health newborn mental-health ncd
    diabetes cancer cardiovascular tobacco alcohol obesity physical-activity air-pollution climate-change
    water sanitation hygiene food-safety antimicrobial-resistance emergencies outbreaks covid-19 influenza
    ebola cholera measles polio yellow-fever dengue zika chikungunya rabies leprosy trachoma schistosomiasis
    lymphatic-filariasis onchocerciasis leishmaniasis chagas hepatitis sti family-planning abortion
    adolescent ageing disability rehabilitation eye-care oral-health hearing road-safety violence injuries
    poisoning blood-safety transplantation essential-medicines vaccines-supply traditional-medicine
    diagnostics medical-devices digital-health health-workforce health-financing uhc primary-care
    quality-of-care patient-safety equity gender refugees-migrants research-ethics surveillance laboratory
    pandemic-preparedness
  `),
};

export const FIRST_YEAR = 1995;
export const LAST_YEAR = 2026;

/** Small words of each language. */
export const SMALL_WORDS = {
  en: list(`
    the of and in for to on a with from by at as an is are
  `),
  fr: list(`
    de la et le les des du en pour dans sur une un au par
  `),
  es: list(`
    de la y el los las en para del con por una un al
  `),
  ru: list(`
    и в на по для с от из о к
  `),
  zh: list(`
    的 和 与 在 对 及
  `),
  ar: list(`
    في من على إلى عن مع و
  `),
};

/** Words of health, the commonest first. */
export const COMMON_WORDS = {
  en: list(`
    health report global disease care vaccine malaria prevention guidelines treatment children tuberculosis
    public control country mortality survey national policy systems data women access programme services
    surveillance implementation analysis response infection risk quality primary hospital emergency
    nutrition water maternal trends evidence review assessment outbreak strategy workers coverage
    immunization pregnancy community drug resistance antimicrobial diagnosis screening diabetes cancer
    mental tobacco alcohol pollution climate sanitation hygiene safety influenza ebola cholera measles polio
    dengue hepatitis HIV AIDS COVID-19 adolescents newborn ageing disability rehabilitation violence
    injuries poisoning blood medicines essential traditional digital financing expenditure universal equity
    gender refugees migrants ethics laboratory pandemic preparedness monitoring evaluation indicators
    framework action plan regional district rural urban household poverty education school food malnutrition
    anaemia iron vitamin breastfeeding stunting wasting obesity overweight hypertension stroke
    cardiovascular respiratory asthma pneumonia diarrhoea rotavirus typhoid rabies leprosy trachoma
    schistosomiasis helminths filariasis onchocerciasis leishmaniasis snakebite mosquito vector nets
    insecticide artemisinin chloroquine rifampicin bedaquiline antiretroviral prophylaxis transmission
    incidence prevalence burden mapping modelling forecasting costs effectiveness economic budget workforce
    nurses midwives physicians training manual toolkit handbook profile atlas yearbook statistics meeting
    consultation expert committee resolution assembly declaration convention regulations international
  `),
  fr: list(`
    santé rapport mondiale maladie soins vaccination paludisme prévention lignes directrices traitement
    enfants tuberculose publique lutte pays mortalité enquête nationale politique systèmes données femmes
    accès programme services surveillance réponse épidémie qualité hôpital urgence nutrition eau maternelle
    région évaluation stratégie couverture grossesse communauté résistance antimicrobiens dépistage diabète
    cancer fièvre hémorragique choléra rougeole poliomyélite hépatite nouveau-né sécurité équité réfugiés
    préparation pandémie
  `),
  es: list(`
    salud informe mundial enfermedad atención vacunación malaria prevención directrices tratamiento niños
    tuberculosis pública control país mortalidad encuesta nacional política sistemas datos mujeres acceso
    programa servicios vigilancia respuesta brote calidad hospital emergencia nutrición agua materna región
    evaluación estrategia cobertura embarazo comunidad resistencia antimicrobianos detección diabetes cáncer
    año población medicación inmunización saneamiento desnutrición
  `),
  ru: list(`
    здоровье доклад глобальный болезнь помощь вакцинация малярия профилактика руководство лечение дети
    туберкулёз общественное контроль страна смертность обследование национальная политика системы данные
    женщины доступ программа услуги надзор реагирование вспышка качество больница чрезвычайная питание вода
    материнская регион оценка стратегия охват беременность устойчивость диагностика диабет рак холера корь
    гепатит безопасность
  `),
  zh: list(`
    健康 报告 全球 疾病 护理 疫苗 疟疾 预防 指南 治疗 儿童 结核病 公共 控制 国家 死亡率 调查 政策 系统 数据 妇女 服务 监测 实施 分析 感染 风险 质量 医院 紧急 营养 用水 孕产妇 趋势
    证据 评估 疫情 战略 覆盖 社区 耐药 诊断 筛查 糖尿病 癌症 精神 烟草 污染 气候 卫生 安全 流感 霍乱 麻疹
  `),
  ar: list(`
    الصحة تقرير العالمية المرض الرعاية اللقاح الملاريا الوقاية دليل العلاج الأطفال السل العامة مكافحة البلد
    الوفيات مسح الوطنية السياسة النظم البيانات المرأة الوصول برنامج الخدمات الترصد الاستجابة الفاشية الجودة
    المستشفى الطوارئ التغذية المياه الأمومة الإقليم التقييم الاستراتيجية التغطية الحمل المجتمع المقاومة
    التشخيص السكري السرطان الكوليرا الحصبة
  `),
};

/** Places, several with accents or signs. */
export const PLACES = {
  en: [
    "India", "China", "Nigeria", "Ethiopia", "Pakistan", "Bangladesh", "Kenya", "Uganda", "South Africa",
    "Brazil", "Indonesia", "Tanzania", "Ghana", "Nepal", "Viet Nam", "Malawi", "Zambia", "Mozambique",
    "Peru", "Türkiye", "Côte d’Ivoire", "São Tomé and Príncipe", "Curaçao", "Réunion", "Guinea-Bissau",
    "Timor-Leste", "Lao PDR", "México", "Ukraine", "Sudan", "Yemen", "Haiti", "Rwanda", "Senegal", "Mali",
    "Niger", "Chad", "Somalia", "Myanmar", "Cambodia",
  ],
  fr: [
    "Côte d’Ivoire", "Sénégal", "Éthiopie", "Bénin", "Guinée", "Tchad", "République centrafricaine",
    "Algérie", "Tunisie", "Haïti", "Île Maurice", "Égypte",
  ],
  es: [
    "México", "Perú", "Panamá", "España", "República Dominicana", "Bolivia", "Haití", "Colombia",
    "Venezuela", "Chile",
  ],
  ru: [
    "Россия", "Украина", "Беларусь", "Казахстан", "Узбекистан", "Таджикистан", "Грузия", "Молдова",
  ],
  zh: [
    "中国", "印度", "越南", "蒙古", "柬埔寨", "尼日利亚", "巴西", "埃及",
  ],
  ar: [
    "مصر", "السودان", "اليمن", "العراق", "سوريا", "المغرب", "تونس", "الأردن", "لبنان", "الصومال",
  ],
};

/** What invented words are made of: the start, the middle and the close of a syllable, and how words end. */
export const SYLLABLES = {
  en: {
    start: list("b c d f g h l m n p r s t v w br cr dr fl gr pl pr sc sh sp st str th tr ch"),
    middle: list("a e i o u ai ea io ou"),
    close: ["", "", "n", "r", "s", "t", "l", "m", "nd", "st", "ct"],
    end: ["tion", "ity", "ment", "ing", "al", "osis", "itis", "ic", "ive", "ance", "er", "s", "", ""],
  },
  fr: {
    start: list("b c d f g j l m n p r s t v br cr dr fl gr pl pr ch qu"),
    middle: list("a e é è i o u ou ai eu ê ô"),
    close: ["", "", "n", "r", "s", "l", "m"],
    end: ["tion", "ité", "ement", "age", "ique", "ière", "ée", "és", ""],
  },
  es: {
    start: list("b c d f g j l m n ñ p r s t v br cr dr fl gr pl pr ch"),
    middle: list("a e i o u á é í ó ú ia ue"),
    close: ["", "", "n", "r", "s", "l"],
    end: ["ción", "dad", "miento", "ico", "ía", "ado", "es", ""],
  },
  ru: {
    start: list("б в г д ж з к л м н п р с т ф х ц ч ш бр др кр пр ст тр"),
    middle: list("а е и о у ы я ю ё"),
    close: ["", "", "н", "р", "с", "л", "й"],
    end: ["ция", "ость", "ение", "ный", "ика", "ов", "ия", ""],
  },
};

/** Characters of invented Chinese words, and letters of invented Arabic ones. */
export const CHINESE = [
  ..."医药病毒细菌血液心脏肺肝肾脑骨皮肤眼耳口手足水食品空气环境研究技术方法标准国际区域城市农村学校家庭老",
  ..."年青少年妇婴男女工人教育经济社会管理组织合作发展规划目标成果影响因素比较趋势测量检测试验样本统计模型信息网络平台",
];
export const ARABIC = [..."بتثجحخدذرزسشصضطظعغفقكلمنهوي"];
