/** How languages say that nobody has named an address, as far as it is written in host names: without accents. */
export interface UnnamedWords {
  /** "not", "no", "without". */
  readonly not: ReadonlySet<string>;
  /** What a name or an address is when somebody has one: "set", "assigned", "in use". */
  readonly given: ReadonlySet<string>;
  /** "name", "reverse", "record". */
  readonly name: ReadonlySet<string>;
  /** "not" and "given" in one word: "unassigned", "nenastaveno". */
  readonly negated: ReadonlySet<string>;
  /** Addresses that nobody has: "free", beside a word for an address. */
  readonly free: ReadonlySet<string>;
}

const set = (text = ""): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

const language = (words: Partial<Record<keyof UnnamedWords, string>>): UnnamedWords => ({
  not: set(words.not),
  given: set(words.given),
  name: set(words.name),
  negated: set(words.negated),
  free: set(words.free),
});

export const LANGUAGES: readonly UnnamedWords[] = [
  language({
    not: "not no non un without missing never none pending",
    given: `set configured assigned allocated defined used use specified named registered available found exist exists
      provisioned delegated resolved provided`,
    name: "name names host dns",
    negated: `unassigned unallocated unused unnamed undefined unconfigured unregistered unspecified unset nonexistent
      nonexistant unknown unresolved undelegated unprovisioned unrouted notset notassigned notconfigured notused nohost
      nohostname`,
    free: "free spare available unused vacant",
  }),
  language({
    not: "nicht kein keine keinen ohne noch",
    given: `gesetzt konfiguriert vergeben zugewiesen zugeteilt zugeordnet definiert eingerichtet eingetragen belegt benutzt
      genutzt verwendet gefunden vorhanden hinterlegt registriert`,
    name: "name namen eintrag rueckwaerts reverseeintrag",
    negated: `keinname unbekannt unbenutzt unbelegt ungenutzt unvergeben unkonfiguriert unbenannt unverwendet reserviert`,
    free: "frei freie freier",
  }),
  language({
    not: "non pas sans aucun aucune attente a",
    given: `configure configuree defini definie attribue attribuee assigne assignee alloue allouee affecte affectee utilise
      utilisee renseigne renseignee parametre disponible en definir configurer attribuer affecter renseigner`,
    name: "nom inverse enregistrement entree",
    negated: "inconnu inutilise inutilisee nonattribue nonaffecte inexistant",
    free: "libre libres",
  }),
  language({
    not: "no sin ningun ninguna nunca por pendiente",
    given: `configurado configurada configurar asignado asignada asignar asignacion definido definida definir establecido
      usado usada uso utilizado utilizar disponible registrado nombrado`,
    name: "nombre reverso reversa inverso inversa registro",
    negated: "desconocido noasignado noconfigurado inexistente reservado reservada",
    free: "libre libres",
  }),
  language({
    not: "nao sem nenhum nenhuma pendente a",
    given: `configurado configurada configurar definido definida definir atribuido atribuida alocado alocada usado usada uso
      utilizado utilizada cadastrado registrado disponivel designado`,
    name: "nome reverso registro",
    negated: "desconhecido naoconfigurado naodefinido naoatribuido semreverso",
    free: "livre livres",
  }),
  language({
    not: "no sense cap",
    given: "configurat assignat definit utilitzat",
    name: "nom invers",
    free: "lliure",
  }),
  language({
    not: "non nessun nessuna nessuno senza da",
    given: `configurato configurata assegnato assegnata definito impostato impostata utilizzato usato uso disponibile
      registrato assegnare configurare definire impostare`,
    name: "nome inverso",
    negated: "sconosciuto nonassegnato nonconfigurato inutilizzato",
    free: "libero liberi",
  }),
  language({
    not: "niet geen zonder nog",
    given: "ingesteld geconfigureerd toegewezen toegekend gedefinieerd gebruikt gebruik bekend uitgegeven aanwezig",
    name: "naam",
    negated: "onbekend ongebruikt ongeconfigureerd gereserveerd",
    free: "vrij vrije",
  }),
  language({
    not: "nie brak bez do",
    given: `ustawiono ustawiony ustawione ustawiona skonfigurowano skonfigurowany skonfigurowane przypisano przypisany
      przypisane przydzielono przydzielony przydzielone zdefiniowano zdefiniowany uzywany uzywane ustawienia
      przydzielenia przypisania`,
    name: "nazwy nazwa wpisu",
    negated: `nieznany nieznana nieustawiono nieustawiony nieskonfigurowany nieprzypisany nieprzydzielony nieprzydzielone nieuzywany
      nieuzywane niezdefiniowany zarezerwowany zarezerwowane`,
    free: "wolny wolna wolne",
  }),
  language({
    not: "ne neni bez zadny zadne nie nema",
    given: `nastaveno nastaven nastavene nastaveny prideleno pridelen pridelene prirazeno priradene definovano definovane
      pouzito pouzite konfigurovano konfigurovane obsazeno`,
    name: "jmena nazvu mena zaznamu zaznam reverz reverzu reverzni",
    negated: `neznamy neznama nenastaveno nenastaven nenastavene nenastaveny neprideleno nepridelen nepridelene nepridelena neprirazeno
      nepriradene nepriradeno nedefinovano nedefinovane nepouzito nepouzite nepouzivano nepouzivane nekonfigurovano
      nekonfigurovane neobsazeno rezervovano rezervovane`,
    free: "volny volna volne",
  }),
  language({
    not: "nincs nem",
    given: "beallitva beallitott megadva megadott kiosztva kiosztott hasznalt hasznalatban konfiguralva hozzarendelve",
    name: "nev neve bejegyzes",
    negated: "ismeretlen kiosztatlan beallitatlan hasznalatlan fenntartva",
    free: "szabad ures",
  }),
  language({
    not: "nu fara ne",
    given: "setat configurat alocat definit atribuit asignat folosit utilizat",
    name: "nume",
    negated: "necunoscut nesetat neconfigurat nealocat nedefinit neatribuit neasignat nefolosit neutilizat rezervat",
    free: "liber",
  }),
  language({
    not: "ne bez net nema nyama",
    given: `nastroen nastroeno nastroena zadan zadano zadana naznachen naznacheno ustanovlen ustanovleno opredelen opredeleno
      ispolzuetsya ispolzuemyj ukazan zanyat vydelen zaregistrirovan nalashtovano pryznacheno vykorystovuietsia
      konfigurirano zadadeno`,
    name: "imeni zapisi",
    negated: `neizvestno neizvestnyj nenastroen nenastroeno nenaznachen nezadan neispolzuetsya neopredelen neispolzuemyj zarezervirovan
      zarezervirovano`,
    free: "svobodno svobodnyj svobodny svoboden vilnyi",
  }),
  language({
    not: "nije nema ni bez",
    given: `postavljeno postavljen podeseno podesen konfigurirano konfigurisano definirano definisano dodijeljeno dodeljeno
      dodeljen nastavljeno nastavljen uporabljen zauzeto doloceno`,
    name: "imena naziva",
    negated: "nepoznat nedodijeljeno nedodeljeno nedodeljen nepostavljeno nekoristeno neuporabljen",
    free: "slobodno slobodna prosto prost",
  }),
  language({
    not: "inte ej ingen inget ikke ingen utan uden uten",
    given: `konfigurerad konfigurerat konfigureret konfigurert satt sat tilldelad tilldelat tildelt angiven angivet definierad
      definierat defineret definert anvand brugt brug brukt bruk registrerad registreret registrert`,
    name: "namn navn",
    negated:
      "okand ukendt ukjent oanvand otilldelad ubrugt ubrukt ubenyttet ukonfigureret ukonfigurert reserverad reserveret reservert",
    free: "ledig ledige",
  }),
  language({
    not: "ei ole ilman pole",
    given: "asetettu maaritetty maaritelty kaytossa konfiguroitu nimetty maaratud seadistatud kasutusel",
    name: "nimea nime",
    negated: "tuntematon maarittelematon maarittamaton nimeton kayttamaton maaramata kasutamata seadistamata varattu",
    free: "vapaa vaba",
  }),
  language({
    not: "nera nav be bez",
    given: "nustatyta priskirta nurodyta konfigurets iestatits pieskirts izmantots",
    name: "vardo pavadinimo nosaukuma",
    negated:
      "nenurodyta nenustatyta nepriskirta nenaudojama nepaskirta neizmantots neiestatits nepieskirts nekonfigurets",
    free: "laisvas brivs",
  }),
  language({
    not: "yok degil",
    given: "ayarli tanimli atanmis kullanimda",
    name: "isim kayit kaydi ters",
    negated: "bilinmiyor tanimsiz tanimlanmamis ayarlanmamis ayarlanmadi atanmamis kullanilmayan kullanilmiyor isimsiz",
  }),
  language({
    not: "belum tidak tanpa",
    given: "diatur diset disetting dikonfigurasi digunakan dipakai ditetapkan dialokasikan terdaftar ada",
    name: "nama",
    free: "kosong",
  }),
  language({ not: "chua khong", given: "cau hinh dat thiet lap su dung gan co", name: "ten" }),
  language({ not: "den xoris choris", given: "oristei rythmistei", name: "onoma" }),
  language({ not: "wei meiyou", given: "shezhi peizhi fenpei shiyong zhiding" }),
  language({ not: "mi", given: "settei shiyou wariate touroku" }),
  // Romanised Japanese, Chinese and Korean: the negation is a part of the word.
  language({
    negated: `misettei mishiyou mishiyo miwariate mitouroku weishezhi weipeizhi weifenpei weishiyong weizhiding
      miseoljeong misayong mihaldang`,
  }),
];

/** The record that gives an address its name, in everybody's words. */
export const RECORD = set("ptr ptrs rdns revdns reversedns reverse hostname hostnames dnsname revname");
/** Of these, those that are said of nothing else: a reverse proxy is no record. */
export const PLAIN_RECORD = set("ptr rdns revdns reversedns");
export const ADDRESS = set(
  "ip ips ipv4 ipv6 addr address addresses adresse adres adresy adresa adress adresi direccion endereco indirizzo",
);
/** Words between the others, which say nothing by themselves. */
export const BETWEEN = set(
  `a the this that is are was has have been yet in on of for to by at with and or be will
   dns host server name record records entry lookup zone vps customer client user range block space
   de du la le el en em da di do den der die das es ist i im om vom een er op su ten e o ha esta est var av af
   tiene tem hat heeft ma ha exei echei currently still now default generic pool static dynamic`,
);
/** What a notice to the customer is made of, and a template that nobody has filled in. */
export const NOTICE = set(
  `your my please set change edit put insert enter update configure request replace add choose contact ask support
   panel control portal admin helpdesk noc see use via through ticket here me it todo pending tbd missing invalid unknown dummy placeholder example empty blank
   temp temporary default generic no not`,
);
