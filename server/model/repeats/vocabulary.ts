/** Words that titles of jobs are made of, by what they tell: nothing, when, or what is to be done with something. */
import { stemmer } from 'stemmer';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** English words that hold a sentence together. A title that has one of them is written as English titles are: names alone begin with a capital. */
export const englishLinks = wordsOf(`
  a an and any as at back be before after behind between by can during each every for from have in into is it its near of off on onto or other our out
  over per so some that the their them there these this those through to under until up us we what when where which while who with within without your my me i you
  about all already also are around be both but do does has here how if it just less make may me most much no not off only ours out please roughly such than then too was well will would yes
  above again ago against along anybody below both cannot come could else even everybody everyone everything go gone good got had have having he her him his however itself last later left like many might must myself nobody none nothing
  own same see she should since someone something still thing things till together towards upon us use used very via want wants were whose why yet clock
`);

/** Those behind which a title says for what, where or when, and no longer what is to be done. */
export const prepositions = wordsOf('about after against around as at before behind between by during for from in into near of off on onto over per through under until with within without');

/** Those between a verb and what it is done with. */
export const determiners = wordsOf('a an the our my your all');

/** The same of German, French and Spanish. */
export const otherLinks = wordsOf(`
  der die das den dem des ein eine einen einem einer und oder fur von vom im am ans ins zu zum zur mit bei nach aus auf uber
  le la les un une du des et ou pour en au aux avec sans sur dans chez el los las del y con por para al una unos
  для на по от из или и с в к о при до за над под в من في على الى إلى عن مع
`);

/** Words that a title can have or leave out and mean the same. */
export const fillers = wordsOf(`
  again another find get help hire job jobs like look looking run search more need needed needs new next old once one please somebody someone task tasks several few couple
  zero one two hundred hundreds thousand thousands dozen dozens half
  second third fourth fifth sixth wanted work works first last time times no nr neu neue neuer neues nouveau nouvelle nuevo nueva
`);

/** How many, as it is spelled: a brief that says "forty" says 40. */
export const numbers: ReadonlyMap<string, string> = new Map(
  Object.entries({ three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 }).map(([word, number]) => [word, String(number)]),
);

/** When: months, seasons, days and feasts, which change from one time to the next. */
export const times = wordsOf(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
  spring summer autumn fall winter season seasons year years yearly annual month months monthly week weeks weekly weekend quarter quarterly day days daily today tomorrow
  morning afternoon evening night christmas easter advent eve newyear valentine valentines halloween thanksgiving xmas holiday holidays
  januar februar marz mai juni juli oktober dezember fruhling fruhjahr sommer herbst weihnachten ostern jahr monat woche
  janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre printemps ete automne hiver noel paques
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre primavera verano otono invierno navidad
`);

/** What is done with a thing. Those in one line come to the same: whoever takes pictures of the bikes photographs them. */
const doings = [
  'photo photos photograph photographs photography photographer photographing picture pictures shoot shooting shots',
  'translate translation translating translator',
  'interpret interpreting interpreter',
  'proofread proofreading proof copyedit',
  'print printing reprint printed printer',
  'design redesign draw drawing drawings layout lay typeset typesetting illustrate illustration sketch',
  'render rendering renderings visualisation visualization',
  'write writing text texts copy copywriting draft',
  'film filming video videos',
  'record recording recordings',
  'repair repairs fix mend repairing fixing mending broken defective faulty jammed jams leaking leaks stuck',
  'service servicing maintain maintenance',
  'clean cleaning cleanup wash washing laundry launder tidy',
  'paint painting repaint varnish varnishing',
  'install installation fit mount installing mounting fitting',
  'replace replacement replacing exchange change changing swap',
  'remove removal removing clear clearing dispose away demolish dismantle',
  'move moving carry relocate relocation',
  'deliver delivery deliveries bring fetch collect transport courier pickup shuttle',
  'scan scanning digitise digitize digitisation',
  'type typing enter entering entry',
  'transcribe transcribing transcription transcript transcripts',
  'count counting stocktaking stocktake inventory',
  'book booking reserve reservation rent rental',
  'call calling phone telephone',
  'answer answering reply replying respond response',
  'inspect inspection audit check checking checkup',
  'review evaluate evaluation assess assessment',
  'test testing',
  'plan planning organise organize organisation arrange schedule scheduling',
  'compare comparison offer offers quote quotes',
  'distribute distribution hand',
  'hang hanging',
  'build building construct construction set setup erect assemble assembling assembly prepare preparation put',
  'pack packing wrap wrapping fold folding',
  'send sending post posting mail mailing ship shipping dispatch',
  'sort sorting',
  'edit editing cut cutting trim trimming prune pruning mow mowing',
  'plant planting',
  'order ordering buy buying purchase procure',
  'sell selling sales',
  'teach teaching training',
  'mark grade marking grading',
  'research researching',
  'moderate moderation moderator host hosting',
  'guide lead',
  'read reading',
  'cook cooking catering caterer',
  'sew sewing upholster upholstery',
  'sharpen sharpening',
  'migrate migration import importing convert conversion',
  'update updating',
];

/** Things whose stem is that of a verb. */
export const nouns = wordsOf('collection collections train trains');

/** What is counted and measured, by stems: briefs of quite different jobs have it. */
export const units: ReadonlySet<string> = new Set(
  'hour minute page word person metre meter square kilo gram litre liter piece pair set centimetre millimetre degree pixel cm mm km kg px m²'.split(' ').map((word) => stemmer(word)),
);

/** Forms that endings do not tell, and what they are forms of. */
export const forms: ReadonlyMap<string, string> = new Map(
  [
    'child children', 'person people persons', 'man men', 'woman women', 'foot feet', 'tooth teeth', 'goose geese', 'mouse mice', 'knife knives', 'shelf shelves', 'leaf leaves', 'loaf loaves', 'half halves', 'wife wives',
    'begin began begun', 'bind bound', 'break broke broken', 'bring brought', 'build built', 'buy bought', 'choose chose chosen', 'draw drew drawn', 'drive drove driven', 'eat ate eaten', 'feed fed', 'find found',
    'fly flew flown', 'give gave given', 'hang hung', 'hold held', 'keep kept', 'lay laid', 'leave left', 'lend lent', 'licence license licensed licensing', 'make made', 'mow mown', 'pay paid', 'rewrite rewrote rewritten', 'run ran', 'sell sold',
    'send sent', 'sew sewn', 'shear sheared shorn', 'shoot shot', 'show shown', 'sing sang sung', 'speak spoke spoken', 'steal stolen', 'swim swam', 'take took taken', 'teach taught', 'wear worn', 'write wrote written',
    'analyse analysis analyses analyze', 'apply application applications', 'register registration', 'decide decision', 'describe description descriptions', 'produce production', 'speak speech speeches', 'renew renewal', 'pay payment payments',
    'arrive arrival', 'approve approval', 'measure measurement measurements', 'weigh weight', 'present presentation', 'explain explanation', 'publish publication', 'subscribe subscription',
  ].flatMap((line) => {
    const [first, ...others] = line.split(' ');
    return others.map((form): [string, string] => [form, first!]);
  }),
);

/** Words that are one thing: long and short, British and American. */
const things = [
  'ad advert advertisement advertising', 'photo pic pics foto', 'website web webpage homepage', 'flat apartment', 'resume cv', 'lift elevator', 'flyer flier leaflet pamphlet', 'catalog catalogue', 'mould mold',
  'computer laptop notebook pc', 'lab laboratory', 'bike bicycle', 'fridge refrigerator', 'exam examination', 'info information', 'truck lorry', 'rubbish trash garbage waste', 'child kid', 'client customer', 'invoice bill',
  'newsletter mailing', 'colour color', 'centre center', 'theatre theater', 'programme program', 'tyre tire', 'grey gray', 'harbour harbor', 'jewellery jewelry', 'metre meter', 'litre liter', 'wifi wlan', 'substitute locum',
];

/** From the stem of a word to what it comes to. */
export const synonyms: ReadonlyMap<string, string> = firstOf(things);

/** The same of what is done. */
export const actions: ReadonlyMap<string, string> = firstOf(doings, (word) => word);

/** From the stems of all words of each line to the first of them. */
function firstOf(lines: readonly string[], named = stemmer): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const words = line.split(' ');
      return words.map((word): [string, string] => [stemmer(word), named(words[0]!)]);
    }),
  );
}
