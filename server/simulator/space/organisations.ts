/** Somebody who holds conferences. `slug` and the topics' keys make the `name`, the texts the `display_name`. */
export interface Organisation {
  slug: string;
  name: string;
  topics: Readonly<Record<string, string>>;
}

/** Schools, clinics, companies, courts, councils and clubs, in many scripts. */
export const ORGANISATIONS: readonly Organisation[] = [
  {
    slug: 'st-brigid-hospital',
    name: 'St Brigid’s Hospital',
    topics: {
      'ward-round': 'Ward round',
      'shift-handover': 'Shift handover',
      'tumour-board': 'Tumour board',
      'cardiology-consult': 'Cardiology consultation',
      'family-meeting': 'Family meeting',
    },
  },
  {
    slug: 'northfield-primary',
    name: 'Northfield Primary School',
    topics: {
      'year-4-maths': 'Year 4 · Maths',
      'year-6-science': 'Year 6 · Science',
      'parents-evening': 'Parents’ evening',
      'staff-briefing': 'Staff briefing',
      'reading-circle': 'Reading circle',
    },
  },
  {
    slug: 'harbour-county-court',
    name: 'Harbour County Court',
    topics: {
      'courtroom-2': 'Courtroom 2 · Hearing',
      'case-management': 'Case management conference',
      'witness-room': 'Witness room',
      'family-division': 'Family division',
    },
  },
  {
    slug: 'meridian-freight',
    name: 'Meridian Freight',
    topics: {
      standup: 'Daily stand-up',
      'dispatch-desk': 'Dispatch desk',
      'quarterly-review': 'Quarterly review',
      'driver-onboarding': 'Driver onboarding',
      'incident-call': 'Incident call',
    },
  },
  {
    slug: 'larkspur-council',
    name: 'Larkspur Town Council',
    topics: {
      planning: 'Planning committee',
      budget: 'Budget hearing',
      'open-surgery': 'Councillors’ open hour',
    },
  },
  {
    slug: 'old-mill-chess-club',
    name: 'Old Mill Chess Club',
    topics: { 'thursday-blitz': 'Thursday blitz ♟', 'junior-training': 'Junior training' },
  },
  {
    slug: 'lycee-camille-claudel',
    name: 'Lycée Camille Claudel',
    topics: {
      'conseil-de-classe': 'Conseil de classe — Terminale B',
      'cours-de-francais': 'Cours de français, première année',
      'reunion-parents': 'Réunion parents-élèves',
    },
  },
  {
    slug: 'klinik-am-see',
    name: 'Klinik am See',
    topics: {
      visite: 'Visite Station 3',
      uebergabe: 'Schichtübergabe',
      'reha-sprechstunde': 'Reha-Sprechstunde für Angehörige',
    },
  },
  {
    slug: 'universidad-del-sur',
    name: 'Universidad del Sur',
    topics: {
      seminario: 'Seminario de investigación',
      tutoria: 'Tutoría académica',
      examen: 'Examen oral · ¿preparados?',
    },
  },
  {
    slug: 'sao-joao-saude',
    name: 'Saúde São João',
    topics: {
      consulta: 'Consulta de retorno',
      plantao: 'Passagem de plantão',
      vacinacao: 'Coordenação da vacinação',
    },
  },
  {
    slug: 'szkola-zielona',
    name: 'Szkoła Zielona Łąka',
    topics: {
      lekcja: 'Lekcja języka polskiego',
      zebranie: 'Zebranie rodziców',
      'kolko-szachowe': 'Kółko szachowe',
    },
  },
  {
    slug: 'izmir-ticaret',
    name: 'İzmir Ticaret Odası',
    topics: { toplanti: 'Yönetim toplantısı', egitim: 'İhracat eğitimi', gorusme: 'Üye görüşmesi' },
  },
  {
    slug: 'dimos-pireos',
    name: 'Δήμος Πειραιά',
    topics: {
      symvoulio: 'Δημοτικό συμβούλιο',
      epitropi: 'Επιτροπή ποιότητας ζωής',
      polites: 'Γραφείο πολιτών',
    },
  },
  {
    slug: 'shkola-57',
    name: 'Школа № 57',
    topics: { urok: 'Урок физики, 9 класс', sobranie: 'Родительское собрание', pedsovet: 'Педсовет' },
  },
  {
    slug: 'lviv-clinic',
    name: 'Львівська клініка',
    topics: { konsylium: 'Консиліум', pryjom: 'Онлайн-прийом лікаря', peredacha: 'Передача зміни' },
  },
  {
    slug: 'al-noor-academy',
    name: 'أكاديمية النور',
    topics: { arabic: 'درس اللغة العربية', parents: 'لقاء أولياء الأمور', exam: 'الاختبار الشفهي 2' },
  },
  {
    slug: 'haifa-court',
    name: 'בית משפט השלום חיפה',
    topics: { diyun: 'דיון מקדמי', gishur: 'פגישת גישור', edut: 'שמיעת עדות (אולם 4)' },
  },
  {
    slug: 'vidya-school',
    name: 'विद्या विद्यालय',
    topics: { ganit: 'कक्षा 8 — गणित', sabha: 'अभिभावक सभा', hindi: 'हिन्दी साहित्य' },
  },
  {
    slug: 'beijing-design',
    name: '北京设计公司',
    topics: { zhanhui: '每日站会', pingshen: '设计评审', mianshi: '候选人面试' },
  },
  {
    slug: 'sakura-clinic',
    name: 'さくらクリニック',
    topics: { kaigi: '症例カンファレンス', shinsatsu: 'オンライン診察', hikitsugi: '夜勤の引き継ぎ' },
  },
  {
    slug: 'hangang-tech',
    name: '한강테크',
    topics: { hoeui: '주간 회의', gyoyuk: '신입 교육', sangdam: '고객 상담 ☎️' },
  },
];

/** Appended to a topic where an organisation holds several of the same. */
export const GROUPS: readonly string[] = ['', '', '', ' A', ' B', ' 2', ' 3', ' – North', ' 🎓'];
