/** German, in the infinitive of forms ("Store Name eingeben."), which needs no gender of a label. */
import type { HintCode, RuleCode } from '../generated/codes.js';
import type { Hint, HintVariant, Issue, JsonFault, JsonKind, NotSerialisableReason } from '../types/verdict.js';
import type { Words } from '../types/words.js';

const MISSING: Partial<Record<RuleCode, string>> = {
  invalid_credentials: 'Den API-Schlüssel im Header x-api-key senden. Er steht unter Settings → Credentials.',
  linked_account_id_required:
    'Die eigene ID des Kunden im Header linked_account_id senden. Eine ID im Body ignoriert der Endpunkt.',
  slug_required: 'Die App in slug nennen, zum Beispiel slack.',
  auth_object_required: 'Die Felder der App in auth_object senden.',
};

const BLANK: Partial<Record<RuleCode, string>> = {
  invalid_credentials: 'Der Header x-api-key ist leer. Der API-Schlüssel steht unter Settings → Credentials.',
  linked_account_id_required: 'Der Header linked_account_id ist leer. Die eigene ID des Kunden senden.',
  slug_required: 'slug ist leer. Die App nennen, zum Beispiel slack.',
};

const KINDS: Record<JsonKind, string> = {
  null: 'null',
  boolean: 'ein boolescher Wert',
  number: 'eine Zahl',
  string: 'ein String',
  array: 'ein Array',
  object: 'ein Objekt',
};

const FAULTS: Record<JsonFault, string> = {
  empty: 'Der Body ist leer. Ein JSON-Objekt mit slug und auth_object senden.',
  byte_order_mark:
    'Der Text beginnt mit einem Byte Order Mark, das JSON nicht erlaubt. Die Datei als UTF-8 ohne BOM speichern.',
  not_utf8: 'Der Text ist kein gültiges UTF-8. Als UTF-8 speichern oder kodieren.',
  unexpected_end: 'Das JSON endet zu früh. Wahrscheinlich wurde es abgeschnitten.',
  expected_value: 'Hier fehlt ein JSON-Wert.',
  expected_key: 'Hier fehlt ein Schlüssel in doppelten Anführungszeichen.',
  expected_colon: 'Hier fehlt ein Doppelpunkt zwischen Schlüssel und Wert.',
  expected_comma_or_end: 'Hier fehlt ein Komma oder eine schließende Klammer.',
  trailing_comma: 'JSON erlaubt kein Komma vor einer schließenden Klammer. Das Komma entfernen.',
  number: 'Das ist keine gültige JSON-Zahl.',
  literal: 'Erlaubt sind hier true, false, null oder ein String. Strings brauchen doppelte Anführungszeichen.',
  escape: 'Ein Backslash in einem String leitet eine ungültige Escape-Sequenz ein.',
  control_character:
    'Ein String enthält ein rohes Steuerzeichen, etwa einen Zeilenumbruch. Als Escape-Sequenz schreiben, etwa \\n.',
  after_end: 'Nach dem Ende des JSON-Objekts folgt weiterer Text. Diesen Text entfernen.',
};

const NOT_SERIALISABLE: Record<NotSerialisableReason['what'], string> = {
  cycle: 'Das Objekt verweist auf sich selbst und lässt sich deshalb nicht als JSON senden.',
  bigint: 'Ein BigInt lässt sich nicht als JSON senden. In einen String umwandeln.',
  threw: 'Beim Lesen dieses Werts ist ein Fehler aufgetreten, deshalb lässt er sich nicht als JSON senden.',
  too_deep: 'Das Objekt ist zu tief verschachtelt, um es als JSON zu senden.',
};

/** The hints whose text needs no parameter. */
type FixedCode = Exclude<HintCode, 'near_miss_key' | 'foreign_format' | 'unknown_format' | 'unsure'>;

const HINTS: Record<FixedCode, string> = {
  outer_whitespace:
    'Der Wert beginnt oder endet mit Leerraum oder einem Zeilenumbruch, der mitgesendet wird. Den Leerraum entfernen.',
  quoted: 'Der Wert steht in Anführungszeichen, die mitgesendet werden. Die Anführungszeichen entfernen.',
  auth_prefix: 'Der Wert beginnt mit dem Schema eines Authorization-Headers, etwa Bearer. Nur das Token eingeben.',
  placeholder:
    'Der Wert ist ein Platzhalter. Den echten Wert eingeben. Sollte eine Vorlage oder Umgebungsvariable ihn einsetzen, diese prüfen.',
  masked: 'Der Wert ist maskiert oder gekürzt. Den vollständigen Wert dort kopieren, wo er erstellt wurde.',
  invisible_characters:
    'Der Wert enthält unsichtbare Zeichen, die mitgesendet werden. Diese entfernen oder den Wert neu kopieren.',
  url_for_subdomain:
    'Der Wert ist eine Webadresse oder ein ganzer Hostname. Nur die Subdomain eingeben, etwa acme für https://acme.example.com.',
  subdomain_for_url:
    'Der Wert ist keine ganze Webadresse. Die Adresse mit Schema eingeben, etwa https://acme.example.com.',
  doubled_suffix: 'Das Ende des Hostnamens ist doppelt. Nur die Subdomain eingeben, ohne dieses Ende.',
  mode_mismatch: 'Der Wert ist aus dem Testmodus, die Anfrage geht aber an production. Den Live-Wert eingeben.',
  jwt_expired: 'Das Token ist abgelaufen. Ein neues Token holen.',
  id_token:
    'Der Wert sieht wie ein ID-Token von OpenID Connect aus, das APIs nicht annehmen. Das access_token derselben Token-Antwort eingeben.',
  no_refresh_token:
    'Ohne refresh_token endet die Verbindung, sobald das access_token abläuft. Das refresh_token ergänzen, falls die App eines ausgestellt hat.',
  stringified_auth_object:
    'Das Objekt wurde zweimal in JSON umgewandelt, deshalb ist hier ein String. Das Objekt selbst senden.',
  nested_request: 'auth_object enthält eine ganze Anfrage mit einem eigenen auth_object. Nur das innere senden.',
};

/** What a variant says instead, by code. */
const VARIANTS: Record<HintVariant, Partial<Record<HintCode, string>>> = {
  password: {
    outer_whitespace:
      'Der Wert beginnt oder endet mit Leerraum oder einem Zeilenumbruch. Entfernen, falls er nicht zum Passwort gehört.',
    quoted: 'Der Wert steht in Anführungszeichen. Entfernen, falls sie nicht zum Passwort gehören.',
    invisible_characters: 'Der Wert enthält unsichtbare Zeichen. Entfernen, falls sie nicht zum Passwort gehören.',
  },
  empty: { quoted: 'Zwischen den Anführungszeichen ist nichts. Den Wert ohne Anführungszeichen eingeben.' },
  basic: {
    auth_prefix:
      'Der Wert beginnt mit Basic. Darauf folgen Benutzername und Passwort in Base64. Die Zugangsdaten selbst eingeben.',
  },
  line_break: {
    invisible_characters:
      'Der Wert enthält einen Zeilenumbruch oder Tabulator, der mitgesendet wird. Diesen entfernen oder den Wert neu kopieren.',
  },
  host: {
    url_for_subdomain: 'Der Wert ist eine Webadresse. Nur den Hostnamen eingeben, ohne https:// und ohne Pfad.',
    doubled_suffix: 'Das Ende des Hostnamens ist doppelt, einen solchen Host gibt es nicht. Das zweite Ende entfernen.',
  },
  live: {
    mode_mismatch: 'Der Wert ist aus dem Live-Modus, die Anfrage geht aber an test. Den Wert des Testmodus eingeben.',
  },
  refreshed: {
    jwt_expired: 'Das access_token ist abgelaufen. Die Verbindung hängt sofort vom refresh_token ab.',
  },
  same_name: {},
};

const fixed = (hint: Hint): string =>
  (hint.variant && VARIANTS[hint.variant]?.[hint.code]) ?? HINTS[hint.code as FixedCode];

/** `A, B oder C` */
function list(items: readonly string[], last: 'und' | 'oder'): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

const didYouMean = (suggestion: string): string => `Ist ${suggestion} gemeint?`;

export const de: Words = {
  missing: ({ code, label }) => MISSING[code] ?? `${label} eingeben.`,
  blank: ({ code, label, optional }) =>
    BLANK[code] ?? `${label} eingeben${optional ? ' oder weglassen' : '; das Feld ist leer'}.`,
  wrong_type({ label, expected, actual }) {
    const what = `${label} muss ${KINDS[expected]} sein, ist aber ${KINDS[actual]}.`;
    if (expected !== 'string') return what;
    if (actual === 'null') return `${what} Einen Wert eingeben oder weglassen.`;
    return actual === 'number' || actual === 'boolean' ? `${what} In Anführungszeichen setzen.` : what;
  },
  incomplete_set({ sets, closest, lacking, labels }) {
    const labelOf = (field: string) => labels[field] ?? field;
    if (sets.every((set) => set.length === 1)) return `${list(sets.flat().map(labelOf), 'oder')} eingeben.`;
    const others = sets.filter((set) => set.join() !== closest.join());
    const instead = others.map((set) => list(set.map(labelOf), 'und')).join('; oder ');
    return `${list(lacking.map(labelOf), 'und')} eingeben${instead === '' ? '' : `, oder stattdessen: ${instead}`}.`;
  },
  unknown_field({ app, authType, key, permitted, suggestion, otherAuthType, typedOnly }) {
    if (typedOnly) {
      const inside = `{ "${authType}": { … } }`;
      return `Außerhalb von ${inside} lehnt der Dienst ${key} wahrscheinlich ab. Das Feld entfernen oder die Felder in ${inside} senden.`;
    }
    const what = `${app} (${authType}) hat kein Feld „${key}“.`;
    if (suggestion !== undefined) return `${what} ${didYouMean(suggestion)}`;
    if (otherAuthType !== undefined) {
      return `${what} Es gehört zu ${otherAuthType}. Das Feld entfernen oder nur die Felder von ${otherAuthType} senden.`;
    }
    return `${what} Das Feld entfernen. Erlaubt: ${permitted.join(', ')}.`;
  },
  unknown_auth_type: ({ app, key, permitted, suggestion }) =>
    `${app} hat keinen Auth-Typ „${key}“. ${suggestion === undefined ? `Möglich: ${list(permitted, 'oder')}.` : didYouMean(suggestion)}`,
  several_auth_types: ({ permitted }) => `Nur die Felder eines Auth-Typs senden: ${list(permitted, 'oder')}.`,
  no_auth_type: ({ permitted }) =>
    `Die Felder in den Auth-Typ setzen, etwa { "${permitted[0] ?? 'oauth2'}": { … } }. Auth-Typen der App: ${permitted.join(', ')}.`,
  unknown_app({ slug, suggestion, app }) {
    const load = 'mit „auth-object pull“ oder registerApp laden';
    if (app !== undefined)
      return `${app} ist eine App des Dienstes, ihre Felder sind aber nicht öffentlich. Die Felder ${load}.`;
    const what = `Der Katalog hat keine App „${slug}“.`;
    return suggestion === undefined
      ? `${what} Kennt der Dienst sie, die Felder ${load}.`
      : `${what} ${didYouMean(suggestion)}`;
  },
  not_json: ({ what, line, column }) =>
    line === undefined || what === 'empty' ? FAULTS[what] : `${FAULTS[what]} (Zeile ${line}, Spalte ${column})`,
  not_object: ({ actual }) => `Der Body muss ein JSON-Objekt mit slug und auth_object sein, ist aber ${KINDS[actual]}.`,
  unknown_key: () => 'Der Header x-api-key enthält einen unbekannten Schlüssel.',
  unknown_account: () =>
    'In dieser Umgebung gibt es kein verknüpftes Konto mit dieser ID. Das Konto zuerst anlegen. Schlüssel mit pk gelten für production, mit tk für test.',
  custom_app: ({ certainty }) =>
    `${certainty === 'likely' ? 'Ein slug mit custom- am Anfang bezeichnet meist eine Custom App. ' : ''}Der Endpunkt lehnt Custom Apps ab, obwohl der Status 200 ist. Die App über ihren eigenen Verbindungsdialog verbinden.`,
  verification: () => 'Die App hat diese Zugangsdaten abgelehnt. Jeden Wert prüfen oder neue Zugangsdaten erstellen.',
  not_serialisable: ({ what }) => NOT_SERIALISABLE[what],

  outer_whitespace: fixed,
  quoted: fixed,
  auth_prefix: fixed,
  placeholder: fixed,
  masked: fixed,
  invisible_characters: fixed,
  url_for_subdomain: fixed,
  subdomain_for_url: fixed,
  doubled_suffix: fixed,
  unknown_format: ({ means = [] }) =>
    `Der Wert sieht nicht aus wie in diesem Feld üblich${means.length === 0 ? '' : `: ${list(means, 'oder')}`}. Prüfen, ob er vollständig und von der richtigen Stelle kopiert ist.`,
  foreign_format({ means = [], field, never }) {
    const what = `Der Wert sieht wie andere Zugangsdaten aus${means.length === 0 ? '' : `: ${list(means, 'oder')}`}.`;
    if (field !== undefined) return `${what} Er gehört in ${field}.`;
    if (never !== undefined) return `${what} Er funktioniert hier nicht.`;
    return `${what} Prüfen, ob er von einem anderen Dienst kopiert ist.`;
  },
  mode_mismatch: fixed,
  jwt_expired: fixed,
  id_token: fixed,
  no_refresh_token: fixed,
  stringified_auth_object: fixed,
  nested_request: fixed,
  near_miss_key: ({ suggestion }) =>
    `Die App hat kein Feld mit diesem Namen.${suggestion === undefined ? '' : ` ${didYouMean(suggestion)}`}`,
  unsure: ({ issue }) =>
    `Der Endpunkt lehnt das vielleicht ab; das Schema ist nicht bestätigt.${issue === undefined ? '' : ` ${describeIssue(issue)}`}`,
};

function describeIssue(issue: Issue): string {
  return (de[issue.reason] as (it: Issue) => string)(issue);
}
