/** Zones that browsers still call by a name that the tz database has left behind, and what they are called. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The name that people know a zone by today. */
export function toZoneName(id: string): string {
  return RENAMED[id] ?? id;
}

/**
 * Zones that many people mean, first among those that fit a search, each with well-known cities that share
 * its clock and have no zone of their own.
 */
export const KNOWN_CITIES: Readonly<Record<string, string>> = {
  'America/New_York': 'Washington Boston Miami Atlanta Philadelphia',
  'America/Los_Angeles': 'San Francisco Seattle San Diego Las Vegas Portland',
  'America/Chicago': 'Dallas Houston Austin Minneapolis New Orleans',
  'America/Denver': 'Salt Lake City Albuquerque',
  'America/Phoenix': 'Tucson',
  'America/Toronto': 'Montreal Ottawa',
  'America/Vancouver': 'Victoria',
  'America/Sao_Paulo': 'Rio de Janeiro Brasilia',
  'America/Argentina/Buenos_Aires': '',
  'America/Mexico_City': '',
  'Europe/London': 'Edinburgh Manchester Birmingham Cardiff Belfast',
  'Europe/Paris': 'Lyon Marseille',
  'Europe/Berlin': 'Munich Hamburg Frankfurt Cologne',
  'Europe/Madrid': 'Barcelona',
  'Europe/Rome': 'Milan Naples',
  'Europe/Zurich': 'Geneva Bern Basel',
  'Europe/Amsterdam': 'Rotterdam The Hague',
  'Europe/Athens': '',
  'Europe/Kyiv': '',
  'Europe/Istanbul': 'Ankara',
  'Europe/Moscow': 'Saint Petersburg',
  'Africa/Johannesburg': 'Cape Town Durban Pretoria',
  'Africa/Lagos': 'Abuja',
  'Africa/Nairobi': '',
  'Africa/Cairo': 'Alexandria',
  'Asia/Jerusalem': 'Tel Aviv Haifa',
  'Asia/Dubai': 'Abu Dhabi',
  'Asia/Karachi': 'Islamabad Lahore',
  'Asia/Kolkata': 'Mumbai Delhi Bangalore Bengaluru Chennai Hyderabad',
  'Asia/Bangkok': '',
  'Asia/Ho_Chi_Minh': 'Saigon Hanoi',
  'Asia/Singapore': '',
  'Asia/Hong_Kong': '',
  'Asia/Shanghai': 'Beijing Shenzhen Guangzhou',
  'Asia/Manila': '',
  'Asia/Seoul': '',
  'Asia/Tokyo': 'Osaka Kyoto',
  'Australia/Sydney': 'Canberra',
  'Pacific/Auckland': 'Wellington Christchurch',
};
