/** German, in the infinitive of forms ("Store Name eingeben."), which needs no gender of a label. */
import type { Limits } from '../check/limits.ts';
import type { HintCode, HintVariant, RuleCode } from '../generated/codes.ts';
import type { Hint } from '../verdict/hint.ts';
import type { Issue } from '../verdict/issue.ts';
import type { JsonFault, JsonKind, LimitName, NotSerialisableReason } from '../verdict/reason.ts';
import type { Words } from './words.ts';

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
  comment: 'Hier steht ein Kommentar, den JSON nicht erlaubt. Den Kommentar entfernen.',
  python:
    'Das ist die Textform von Python, kein JSON: JSON hat doppelte Anführungszeichen, true, false und null. Mit json.dumps schreiben.',
  javascript:
    'Das ist ein JavaScript-Objekt, kein JSON: In JSON stehen alle Schlüssel in doppelten Anführungszeichen. Mit JSON.stringify schreiben.',
  typographic_quotes: 'Das sind typografische Anführungszeichen. JSON braucht gerade (").',
};

const NOT_SERIALISABLE: Record<NotSerialisableReason['what'], string> = {
  cycle: 'Das Objekt verweist auf sich selbst und lässt sich deshalb nicht als JSON senden.',
  bigint: 'Ein BigInt lässt sich nicht als JSON senden. In einen String umwandeln.',
  threw: 'Beim Lesen dieses Werts ist ein Fehler aufgetreten, deshalb lässt er sich nicht als JSON senden.',
  too_deep: 'Das Objekt ist zu tief verschachtelt, um es als JSON zu senden.',
};

const LIMIT_NAMES: Record<LimitName, keyof Limits> = {
  request_bytes: 'requestBytes',
  nesting: 'nesting',
  keys: 'keys',
  cells: 'cells',
};

const MIB = 1 << 20;
const TOO_LARGE: Record<LimitName, (limit: number) => string> = {
  request_bytes: (limit) => `Der Body ist länger als ${limit % MIB === 0 ? `${limit / MIB} MiB` : `${limit} Bytes`}.`,
  nesting: (limit) => `Der Body hat mehr als ${limit} Objekte und Arrays ineinander.`,
  keys: (limit) => `Der Body hat mehr als ${limit} Schlüssel.`,
  cells: (limit) => `Die Zeile hat mehr als ${limit} Zellen.`,
};

/** Hints whose text has parameters. */
type Parametric =
  | 'near_miss_key'
  | 'foreign_format'
  | 'unknown_format'
  | 'url_for_subdomain'
  | 'doubled_suffix'
  | 'wrapped_credentials'
  | 'unsure';

const HINTS: Record<Exclude<HintCode, Parametric>, string> = {
  stringified_auth_object:
    'Das ist ein JSON-String statt eines Objekts. Das Objekt selbst senden: den Body nur einmal mit stringify umwandeln.',
  token_response:
    'Das ist die ganze Antwort eines Token-Endpunkts. Nur die Felder der App senden, ohne scope, token_type, expires_in und Ähnliches.',
  nested_request: 'auth_object enthält eine ganze Anfrage. Nur das innere auth_object senden.',
  placeholder:
    'Das ist ein Platzhalter. Den echten Wert eingeben. Sollte eine Vorlage oder Umgebungsvariable ihn einsetzen, diese prüfen.',
  masked:
    'Der Wert ist maskiert oder abgeschnitten, wie auf einem Bildschirm oder in einem Log. Den ganzen Wert dort kopieren, wo er erstellt wurde. Viele Dienste zeigen ihn nur einmal.',
  // Of a missing value; the variants have their own.
  export_mark:
    'So schreibt eine Datenbank oder Tabelle einen fehlenden Wert. Den Wert eingeben oder weglassen, falls es keinen gibt.',
  encrypted: 'Der Wert ist noch verschlüsselt. Entschlüsseln und das Ergebnis eingeben.',
  json_value: 'Das ist JSON-Text. Nur den Wert darin eingeben, weitere Werte in ihre eigenen Felder.',
  header_characters:
    'Ein HTTP-Header kann diese ID nicht übertragen. Eine ID aus ASCII-Buchstaben, Ziffern und Satzzeichen verwenden.',
  private_key:
    'Das ist ein PuTTY-Schlüssel (.ppk), den die App nicht lesen kann. In PuTTYgen öffnen, Conversions und Export OpenSSH key wählen und diesen Schlüssel eingeben.',
  encoded: 'Der Wert ist prozentkodiert wie in einer URL. Dekodiert eingeben, zum Beispiel / statt %2F.',
  typographic_characters:
    'Der Wert enthält typografische Zeichen, etwa einen langen Strich. Neu kopieren, wo er erstellt wurde.',
  cut_off: 'Das Token ist abgeschnitten. Das ganze Token kopieren.',
  subdomain_for_url: 'Die ganze Webadresse eingeben, zum Beispiel https://acme.example.com.',
  id_token: 'Das ist ein ID-Token, das APIs nicht annehmen. Das access_token derselben Token-Antwort eingeben.',
  jwt_expired: 'Dieses Token ist abgelaufen. Ein neues erstellen.',
  mode_mismatch: 'Das sind Testzugangsdaten, die Anfrage geht aber an production. Die echten Zugangsdaten eingeben.',
  auth_prefix: 'Nur das Token eingeben, ohne Bearer oder ein anderes Wort davor.',
  named_value: 'Nur den Wert eingeben, ohne den Namen davor.',
  trailing_punctuation: 'Das Komma oder Semikolon nach dem Wert entfernen.',
  quoted: 'Die Anführungszeichen um den Wert entfernen.',
  invisible_characters:
    'Der Wert enthält unsichtbare Zeichen, etwa ein Leerzeichen ohne Breite. Diese entfernen oder den Wert neu kopieren.',
  outer_whitespace: 'Die Leerzeichen und Zeilenumbrüche um den Wert entfernen.',
  no_refresh_token:
    'Ein Refresh-Token fehlt, deshalb endet die Verbindung, sobald das Access-Token abläuft. Das Refresh-Token ergänzen, falls die App eines ausgestellt hat.',
};

/** The texts of variants, by code. */
const VARIANTS: Record<HintVariant, Partial<Record<HintCode, string>>> = {
  password: {
    quoted: 'Der Wert steht in Anführungszeichen. Entfernen, falls sie nicht zum Passwort gehören.',
    invisible_characters:
      'Der Wert enthält unsichtbare Zeichen, etwa ein Leerzeichen ohne Breite. Entfernen, falls sie nicht zum Passwort gehören.',
    outer_whitespace:
      'Der Wert beginnt oder endet mit einem Leerzeichen oder Zeilenumbruch. Entfernen, falls es nicht zum Passwort gehört.',
  },
  empty: { quoted: 'Zwischen den Anführungszeichen ist nichts. Den Wert ohne Anführungszeichen eingeben.' },
  basic: {
    auth_prefix:
      'Das ist der Inhalt eines Authorization-Headers: Benutzername und Passwort in Base64. Die Zugangsdaten selbst eingeben.',
  },
  line_break: {
    invisible_characters:
      'Der Wert enthält einen Zeilenumbruch oder Tabulator. Prüfen, ob es ein einziger vollständiger Wert ist, und ihn in einer Zeile eingeben.',
  },
  host: {
    url_for_subdomain: 'Nur den Hostnamen eingeben, ohne https://, Benutzernamen und Pfad.',
    doubled_suffix: 'Das Ende des Hostnamens ist doppelt. Das zweite entfernen.',
  },
  live: {
    mode_mismatch: 'Das sind echte Zugangsdaten, die Anfrage geht aber an die Testumgebung. Testzugangsdaten eingeben.',
  },
  refreshed: {
    jwt_expired:
      'Dieses Access-Token ist abgelaufen. Die Verbindung funktioniert nur, wenn das Refresh-Token noch gültig ist.',
  },
  same_name: {},
  escaped_lines: {
    private_key:
      'Die Zeilenumbrüche des privaten Schlüssels sind als \\n geschrieben. Jedes durch einen Zeilenumbruch ersetzen.',
  },
  one_line: {
    private_key: 'Der private Schlüssel hat seine Zeilenumbrüche verloren. Ihn mit den Zeilen seiner Datei eingeben.',
  },
  cut_off: {
    private_key:
      'Ein Teil des privaten Schlüssels fehlt. Die ganze Datei eingeben, mit den Zeilen BEGIN und END. In einer CSV-Datei den Schlüssel in Anführungszeichen setzen.',
  },
  public: {
    private_key: 'Das ist ein öffentlicher Schlüssel oder ein Zertifikat. Den privaten Schlüssel eingeben.',
  },
  file_name: { private_key: 'Das ist der Name einer Datei. Den Inhalt der Datei eingeben.' },
  base64: {
    private_key:
      'Das ist die Schlüsseldatei, noch einmal in Base64 kodiert. Den Inhalt der Datei selbst eingeben, der mit -----BEGIN beginnt.',
  },
  // The text depends on whether the app has a field for the passphrase.
  encrypted: {},
  // The text names the app's domain.
  reserved: {},
  vault: {
    wrapped_credentials:
      'Das ist eine Antwort von HashiCorp Vault. Nur das Geheimnis darin senden, das Objekt in data.',
  },
  secret_string: {
    wrapped_credentials:
      'Das ist eine Antwort von AWS Secrets Manager. Nur die Zugangsdaten senden, das Objekt in SecretString.',
  },
  n8n: {
    wrapped_credentials: 'Das sind Zugangsdaten von n8n. Nur die Token der App senden, die in oauthTokenData stehen.',
  },
  nango: {
    wrapped_credentials: 'Das ist eine Verbindung von Nango. Nur die Felder der App senden, die in credentials stehen.',
  },
  service_account: {
    wrapped_credentials:
      'Das ist der Schlüssel eines Google-Dienstkontos, aus dem keine Verbindung werden kann: Die App nimmt nur OAuth-2.0-Token eines Benutzers. Der Kunde muss sich neu verbinden.',
  },
  null: {},
  error: {
    export_mark:
      'Das ist ein Fehler einer Tabellenkalkulation oder eine Zelle, die für ihren Wert zu schmal war. Den Wert dort kopieren, wo er erstellt wurde.',
  },
  rounded: {
    export_mark:
      'Eine Tabellenkalkulation hat diese Zahl gerundet, die letzten Stellen fehlen. Die Spalte als Text formatieren, den Wert neu eingeben und neu exportieren.',
  },
  text_mark: {
    export_mark:
      'Eine Tabellenkalkulation kennzeichnet Text mit \' davor oder ="…" darum. Diese Kennzeichnung vom Wert entfernen.',
  },
  reference: {
    placeholder: 'Das ist ein Verweis, den nichts aufgelöst hat. Den Wert selbst eingeben.',
  },
  column: {
    cut_off:
      'Das Token ist abgeschnitten, wahrscheinlich von einer Datenbankspalte. Die Spalte verlängern und das ganze Token kopieren.',
  },
  json: { encoded: 'Der Wert ist maskiert wie in JSON. Ohne Backslashes eingeben, zum Beispiel / statt \\/.' },
  port: { url_for_subdomain: 'Nur den Hostnamen eingeben. Der Port gehört in sein eigenes Feld.' },
};

const ofVariant = ({ code, variant }: Hint): string | undefined =>
  variant === undefined ? undefined : VARIANTS[variant][code];
const fixed = (hint: Hint): string => ofVariant(hint) ?? HINTS[hint.code as keyof typeof HINTS];
const subdomain = (hint: Hint): string =>
  ofVariant(hint) ??
  (hint.variant === 'reserved'
    ? `Das ist ein Name des Dienstes selbst. Den Namen des Kontos eingeben, zum Beispiel acme aus https://acme${hint.suffix}.`
    : hint.suffix === undefined
      ? 'Nur die Subdomain eingeben, zum Beispiel acme aus https://acme.example.com.'
      : `Nur eingeben, was vor ${hint.suffix} steht, zum Beispiel acme aus https://acme${hint.suffix}.`);

/** `A, B oder C` */
function list(items: readonly string[], last: 'und' | 'oder'): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

const didYouMean = (suggestion: string): string => `Ist ${suggestion} gemeint?`;

/** Whether the linked account is that of a row: only the header's has a label. */
function isAccountOfRow(code: RuleCode, field: string, label: string): boolean {
  return code === 'linked_account_id_required' && field === label;
}

export const de: Words = {
  missing({ code, field, label, key }) {
    if (key !== undefined) return `${key} in ${field} umbenennen.`;
    if (isAccountOfRow(code, field, label)) return 'Die linked_account_id ergänzen: die eigene ID des Kunden.';
    return MISSING[code] ?? `${label} eingeben.`;
  },
  blank({ code, field, label, optional }) {
    if (isAccountOfRow(code, field, label)) return 'Die linked_account_id ist leer. Die eigene ID des Kunden eingeben.';
    return BLANK[code] ?? `${label} eingeben${optional ? ' oder weglassen' : '; das Feld ist leer'}.`;
  },
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
  too_large: ({ what, limit }) =>
    `${TOO_LARGE[what](limit)} Falls das stimmt, die Grenze ${LIMIT_NAMES[what]} erhöhen.`,
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
  export_mark: fixed,
  encrypted: fixed,
  json_value: fixed,
  header_characters: fixed,
  encoded: fixed,
  typographic_characters: fixed,
  cut_off: fixed,
  named_value: fixed,
  trailing_punctuation: fixed,
  invisible_characters: fixed,
  private_key: (hint) =>
    hint.variant !== 'encrypted'
      ? fixed(hint)
      : hint.label === undefined
        ? 'Der private Schlüssel ist verschlüsselt, die App hat aber kein Feld für eine Passphrase. Den Schlüssel unverschlüsselt eingeben.'
        : `Der private Schlüssel ist verschlüsselt. Auch ${hint.label} eingeben.`,
  url_for_subdomain: subdomain,
  subdomain_for_url: fixed,
  doubled_suffix: subdomain,
  unknown_format: ({ means = [] }) =>
    `Das sieht nicht richtig aus. Erwartet: ${means.join('; ')}. Prüfen, ob der ganze Wert von der richtigen Stelle kopiert ist.`,
  foreign_format({ means = [], label, never }) {
    if (never !== undefined) return `Das funktioniert hier nicht: ${means.join('; ')}. Auf Englisch: ${never}`;
    const what = `Das sind andere Zugangsdaten: ${means.join('; ')}.`;
    if (label !== undefined) return `${what} Sie gehören in ${label}.`;
    return `${what} Prüfen, ob sie vom richtigen Dienst kopiert sind.`;
  },
  mode_mismatch: fixed,
  jwt_expired: fixed,
  id_token: fixed,
  no_refresh_token: fixed,
  stringified_auth_object: fixed,
  nested_request: fixed,
  token_response: fixed,
  wrapped_credentials: (hint) => ofVariant(hint) ?? '',
  near_miss_key: ({ variant, suggestion = '' }) =>
    variant === 'same_name'
      ? `Das Feld heißt ${suggestion}. Diesen Schlüssel umbenennen.`
      : `Dieses Feld gibt es nicht. ${didYouMean(suggestion)}`,
  unsure: ({ issue }) =>
    `Der Endpunkt lehnt das vielleicht ab, unser Schema ist aber nicht bestätigt.${issue === undefined ? '' : ` ${describeIssue(issue)}`}`,
};

function describeIssue(issue: Issue): string {
  return (de[issue.reason] as (it: Issue) => string)(issue);
}
