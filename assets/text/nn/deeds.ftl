### What deeds say: a result, or what is being done. `.fix` is what to do, with the first action first. Who must act, and the values
### that a line may use, are in `src/journey/deed_message.rs`.

not-known = Ein nyare versjon av broker-setup skreiv dette.
    .fix = Bruk den nyare versjonen for å lese det.

nothing-to-do = Det er ingenting å gjere her.

## Preview

would-send = Ei fil merkt som test går til { $recipients }. Det som er sendt, kan ikkje takast tilbake.

would-go-on = Opplastinga av { $name } som byrja { $since }, held fram der ho var, i filoverføring { $transfer }: ingenting blir sendt to gonger.

would-send-anew = Ei ny filoverføring byrjar. Opplastinga av { $name }, filoverføring { $transfer }, blir ståande uferdig, og Altinn ryddar ho bort av seg sjølv.

file-changed-since = { $name } er endra sidan opplastinga byrja, så ei ny filoverføring byrjar. Den førre, filoverføring { $transfer }, blir ståande uferdig, og Altinn ryddar ho bort av seg sjølv.

would-prove-refusal = Deretter blir fila henta med retten til berre å sende, og det skal avvisast.

would-await-file = Inga fil til { $organisation } ligg klar på { $resource } enno. Programmet ventar på ho i opptil { $minutes } minutt. Så hentar og samanliknar det fila.

ask-sender-meanwhile = Be i mellomtida avsendaren køyre `{ $command }` med { $organisation } som mottakar.

lands-for-real = Ho hamnar i det verkelege systemet til mottakaren, og ingenting kan slette ho. Ho blir der til mottakaren stadfestar ho, eller til ho går ut.

nothing-leaves = Sandkassa spelar mottakaren. Ingenting forlèt denne maskina.

subscribe-first = Abonner først viss du vil sjå hendingane frå denne testen: når ei fil er send, kan Altinn Events i opptil ein time hugse at ingen abonnerte.

would-fetch-test = Ei fil som { $sender } har merkt som test, blir henta og samanlikna med det som blei sendt.

would-fetch-chosen = Fila frå { $sender } som du valde, blir henta. Ho treng ikkje vere ein test: sjå på namn, storleik og alder.

would-fetch-and-confirm-test = Ei fil som { $sender } har merkt som test, blir henta, samanlikna med det som blei sendt, og stadfesta. Ei stadfesting kan ikkje angrast.

would-fetch-and-confirm-chosen = Fila frå { $sender } som du valde, blir henta og stadfesta, og ei stadfesting kan ikkje angrast. Ho treng ikkje vere ein test: sjå på namn, storleik og alder.

would-go-on-fetching = Hentinga av fila frå { $sender } byrja { $since }, og blir gjord ferdig no: programmet blei stansa før det hadde ho.

would-confirm-fetched = Fila frå { $sender } blei henta og samanlikna { $since }. Det som står igjen, er å stadfeste ho, og ei stadfesting kan ikkje angrast.

would-note-fetched = Fila frå { $sender } blei henta og samanlikna { $since }. Det som står igjen, er å notere det: ho blir ikkje henta på nytt.

confirm-tells = Stadfestinga fortel avsendaren at du har fila, og lèt Altinn slette ho, til vanleg etter 2 timar.

already-confirmed = Du har stadfesta ho før, så det er ingenting igjen å stadfeste.

would-not-confirm = Ho blir ikkje stadfesta: Altinn beheld ho til ho går ut. Avsendaren ser at ei nedlasting har byrja.

now-called-receive-test = På profilen til ein mottakar heiter dette no `{ $command }`. Det gjer det same.

copy-removed = Kopien på denne maskina blir fjerna så snart han er samanlikna.

would-go-round = Ei fil merkt som test går frå { $organisation } til seg sjølv: ho blir send, henta og samanlikna. Ingen andre tek imot ho, og det som er sendt, kan ikkje takast tilbake.

would-subscribe-all = Altinn sender alle hendingar om filene dine på { $resource } til webhooken din, med eitt abonnement.

would-subscribe-types = Altinn sender desse hendingane om filene dine på { $resource } til webhooken din, med eitt abonnement for kvar: { $types }.

webhook-must-answer = Altinn sender først ei valideringshending. Webhooken må svare innan 45 sekund med ein status frå 200 til 299, utan vidarekopling.

repeat-is-safe = Det er trygt å gjere det igjen: eit abonnement som finst, blir behalde, og eit som ikkje er validert, blir validert på nytt.

would-register = { $system } blir systemet ditt, og det kan ikkje gjerast om. Systemet kan slettast seinare, men ID-en kan aldri brukast igjen.

register-gives-nothing = Det gir ingen tilgang enno. Ein person hos { $organisation } må godkjenne ein systembrukar for det, og den ber du om etterpå.

would-keep-system = { $system } er allereie registrert med klienten din og denne ressursen. Det blir behalde, og ingenting blir laga.

would-take-system = Klienten din { $client } er allereie på { $system }, og ein klient kan berre vere på eitt system. Derfor blir { $system } systemet ditt her. Det har ikkje { $resource } enno: han legg du til etterpå.

or-new-client = Viss { $system } høyrer til noko anna, gå tilbake, og lag ein ny klient i sjølvbetjeningsportalen til dette.

would-ask-user = Ein person hos { $organisation } blir beden om å la { $system } handle for { $organisation }.

only-with-answer = Ingenting blir endra før den personen seier ja. Til då kan du trekke førespurnaden tilbake.

would-take-up-request = Førespurnaden til { $organisation } er allereie send og ventar på svar. Han blir teken opp igjen, og ingenting blir laga.

would-ask-after-no = Den førre førespurnaden til { $organisation } blei avvist. Han blir sletta, og ein ny blir send. Snakk først med den som svarte.

would-ask-after-timeout = Den førre førespurnaden til { $organisation } har gått ut. Han blir sletta, og ein ny blir send.

would-ask-after-gone = Den førre førespurnaden til { $organisation } blei godkjend, men systembrukaren er borte. Han blir sletta, og ein ny blir send.

would-add-to-system = { $system } får det som manglar, og beheld alt det har. Det som er der no, blir først teke vare på i ei fil.

users-need-asking = Ein systembrukar som finst allereie, får ikkje ein ny rett av seg sjølv: den som godkjenner, blir spurd om det.

system-made-elsewhere = Journalen på denne maskina kjenner ikkje { $system }: det blei registrert ein annan stad.

would-ask-for-right = Ein person hos { $organisation } blir beden om å gi systembrukaren { $resource } også.

request-made-elsewhere = Journalen på denne maskina kjenner ikkje førespurnaden { $request }: han blei laga ein annan stad.

would-register-owner = { $organisation } blir tenesteeigar i Formidling. Dette kan ikkje gjerast om.

storage-is-made = Altinn lagar så lagringsplassen din, og det tek nokre minutt. Du kan gå medan det ventar, og komme tilbake: ingenting blir gjort to gonger.

would-keep-owner = Formidling kjenner deg som { $name } allereie, og lagringsplassen er klar. Det er ingenting å gjere.

would-await-storage = Formidling kjenner deg som { $name } allereie. Det som står igjen, er å vente på lagringsplassen.

would-configure = Etter dette tek Formidling imot filer for { $resource }. Det kan ikkje gjerast om: Formidling kan ikkje gløyme ein ressurs.

would-set-limits = Innstillingane for { $resource } i Formidling blir endra. Dei gjeld filoverføringar som blir laga etter dette.

settings-stay = Ei grense som først er gitt, kan endrast, men aldri takast bort: standardgrensa i Formidling kjem ikkje tilbake.

limit-needs-approval = I produksjon tek Formidling { $size } berre frå ein ressurs som Altinn har godkjent for det.

would-keep-config = { $resource } er sett opp i Formidling slik du har oppgitt. Det er ingenting å gjere.

config-made-elsewhere = Journalen på denne maskina veit ikkje kven som sette opp { $resource } i Formidling: det er gjort ein annan stad.

would-admit = Desse kjem på tilgangslista til { $resource }: { $organisations }.

would-take-off = Desse blir tekne av tilgangslista til { $resource }, og mistar tilgangen der ho gjeld: { $organisations }.

would-make-list = Lista { $list } blir laga først.

would-connect-list = Lista { $list } blir kopla til { $resource }, for alle handlingar: eit filter på handlingar ville halde hendingar borte frå medlemmene.

would-widen-connection = I dag lèt lista { $list } medlemmene berre { $actions }, og det held hendingar borte frå dei. Etter dette gjeld ho for alle handlingar.

also-on-list = Den som står på { $list }, kan også bruke desse ressursane, der lista gjeld: { $resources }.

list-takes-minutes = Det verkar innan ti minutt.

list-not-enforced = Lista gjeld ikkje enno: alle verksemder der nokon med rett til å godkjenne seier ja, kan bruke { $resource }.

list-made-elsewhere = Journalen på denne maskina kjenner ikkje lista { $list }: ho er laga ein annan stad.

would-keep-list =
    { $count ->
        [one] Det er ingenting å gjere: { $count } verksemd står på lista { $list }. Sei kven som skal til eller frå, for å endre det.
       *[other] Det er ingenting å gjere: { $count } verksemder står på lista { $list }. Sei kven som skal til eller frå, for å endre det.
    }

would-restrict =
    { $count ->
        [one] Alle andre enn den { $count } verksemda på lista mistar tilgangen til { $resource }, innan ti minutt.
       *[other] Alle andre enn dei { $count } verksemdene på listene mistar tilgangen til { $resource }, innan ti minutt.
    }

would-keep-restricted = Allereie no kan berre dei som står på tilgangslistene, bruke { $resource }. Det er ingenting å gjere.

resource-made-elsewhere = Journalen på denne maskina kjenner ikkje { $resource }: han er publisert ein annan stad, kanskje i Altinn Studio. Neste publisering derifrå kan skrive over dette.

would-publish = Ressursregisteret får { $resource }. ID-en kan aldri brukast på ein annan ressurs, heller ikkje når denne er sletta.

would-publish-for-good = Ressursregisteret får { $resource } for godt: i produksjon kan ein ressurs ikkje slettast, berre endrast.

would-change-resource = { $resource } blir endra i Ressursregisteret, slik det er vist her. Alt anna blir som det er der.

would-keep-resource = { $resource } er publisert slik du har oppgitt. Det er ingenting å gjere.

change-in-studio = Er han laga i Altinn Studio? Gjer då den same endringa der, og publiser han. Det som blir skrive herifrå, varer til Studio publiserer neste gong.

proposed-may-be-changed = Det som er merkt som forslag, er laga av namna på verksemda og ressursen. Skriv teksten sjølv for å få ein annan.

nobody-before-policy = Ingen kan bruke han før policyen er publisert, og det er det neste.

any-may-use = Alle verksemder der nokon med rett til å godkjenne seier ja, kan bruke { $resource }.

only-listed-may-use = Berre verksemder på tilgangslista di kan bruke { $resource }.

policy-stays-for-good = { $resource } får policyen sin. Han kan bytast seinare, men ikkje fjernast.

would-replace-policy = Heile policyen for { $resource } blir bytt ut, slik det er vist her. Det som er der, blir teke vare på først.

would-keep-policy = Policyen for { $resource } er slik du har oppgitt. Det er ingenting å gjere.

may-approve = Den som har ein av desse i ei verksemd, kan godkjenne at ho sender, tek imot og abonnerer: { $approvers }.

owner-may-act-for-any = { $organisation } kan sjølv sende, ta imot og abonnere. Den som har denne regelen, kan då handle for alle partar.

owner-may-not-act = { $organisation } får sjølv ingen regel: verksemda kan verken sende, ta imot eller abonnere.

restrict-afterwards = Nokon kan bruke { $resource } allereie, så dette gjer ikkje at lista gjeld. Det er det neste, og då mistar alle andre tilgangen.

rules-in-studio = Er han laga i Altinn Studio? Skriv desse reglane der, under «Tilgangsregler», og publiser han. Det som blir skrive herifrå, varer til Studio publiserer neste gong.

policy-made-elsewhere = Journalen på denne maskina kjenner ikkje policyen for { $resource }: han er skriven ein annan stad.

## Phases: when one begins, when it ends

looking-at-systems = Ser på systema dine.

system-found = Klienten din er på { $system }.

system-id-free = { $system } er ledig.

registering = Registrerer { $system }.

registered = { $system } er registrert.

system-read = { $system } er lese.

adding-to-system = Legg til i { $system }.

added-to-system = { $system } har det som mangla.

looking-for-user = Ser etter ein systembrukar for { $organisation }.

user-found = Systembrukaren { $user } finst.

request-found = Førespurnaden { $request } finst.

no-request-found = Ingen har bede om han enno.

deleting-request = Slettar førespurnaden { $request }.

request-deleted = Førespurnaden { $request } er sletta.

asking-user = Spør { $organisation }.

user-asked = Førespurnaden { $request } er send.

getting-token = Ber om eit token med { $scope }.

got-token = Eit token med { $scope }.

reading-policy = Les kven policyen for { $resource } slepp inn.

speaks-for-itself = Policyen slepp inn verksemda sjølv.

speaks-through-system-user = Systembrukaren handlar for verksemda.

preparing-file = Gjer klar fila.

file-ready = { $name } er klar, { $size }.

initializing = Opprettar filoverføringa.

initialized = Altinn ventar på filoverføring { $transfer }.

uploading = Sender { $size }.

uploaded = Altinn har alle { $size }.

uploaded-after-breaks =
    { $breaks ->
        [one] Altinn har alle { $size }. Tilkoplinga fall ut éin gong undervegs, og ingenting gjekk tapt.
       *[other] Altinn har alle { $size }. Tilkoplinga fall ut { $breaks } gonger undervegs, og ingenting gjekk tapt.
    }

looking-for-upload = Spør Altinn om opplastinga som var i gang.

taken-up = Filoverføring { $transfer } finst og held fram.

upload-unknown = Altinn kjenner ho ikkje: ho blir oppretta på nytt.

upload-lost = Filoverføring { $transfer } har feila, og ingen kan sjå ho: fila går i ei ny.

fetched-before = Fila i filoverføring { $transfer } blei henta og samanlikna tidlegare.

confirmed-before = Fila i filoverføring { $transfer } blei henta og stadfesta tidlegare.

awaiting-published = Altinn sjekkar fila for skadevare.

published = Publisert: mottakaren kan hente ho.

looking = Ser etter ein merkt test på { $resource }.

looking-at = Ser på filoverføring { $transfer }.

found = Fann filoverføring { $transfer } frå { $sender }.

not-there-yet = Ho er ikkje der enno.

awaiting-file = Ventar til ho er der, men ikkje lenger enn til { $until }.

proving-refusal = Prøver å hente ho med retten til berre å sende.

refusal-proven = Avvist, som det skal vere (HTTP { $status }): den som berre har lov til å sende, kan ikkje hente.

downloading = Hentar { $size }.

downloaded = Alle { $size } er her.

comparing = Samanliknar med det som blei sendt.

same-sha256 = Nøyaktig det som blei sendt (SHA-256).

same-md5 = Nøyaktig det som blei sendt (MD5).

not-compared = Ikkje samanlikna: avsendaren oppgav ingen SHA-256, og Altinn ingen MD5. Storleiken stemmer.

confirming = Stadfestar.

confirmed = Stadfesta: avsendaren kan sjå at du har ho.

listing = Ser på abonnementa du har.

listed =
    { $count ->
        [one] Såg { $count } abonnement.
       *[other] Såg { $count } abonnement.
    }

subscribing = Abonnerer på alle typar.

subscribing-type = Abonnerer på { $event_type }.

subscribed = Abonnement { $subscription } er laga.

subscription-kept = Abonnement { $subscription } finst allereie og blir behalde.

subscription-found = Abonnement { $subscription } finst allereie og blir brukt. Dette programmet laga det ikkje.

kept-by-other = Abonnement { $subscription } hos { $identity } gjer det same og blir behalde: eit til ville levere kvar hending to gonger.

awaiting-validation = Altinn ber { $endpoint } om eit svar.

validated = Abonnement { $subscription } er validert.

looking-at-owner = Spør om Formidling kjenner deg.

owner-found = Formidling kjenner deg som { $name }.

owner-unknown = Formidling kjenner deg ikkje enno.

registering-owner = Registrerer { $name }.

owner-registered = { $name } er registrert.

awaiting-storage = Ventar på lagringsplassen, og det tek nokre minutt.

storage-ready = Lagringsplassen er klar.

reading-config = Spør kva Formidling veit om { $resource }.

config-read = Innstillingane for { $resource } i Formidling er lesne.

configuring-resource = Set opp { $resource } i Formidling.

resource-configured = { $resource } er sett opp i Formidling.

reading-list = Les tilgangslista.

list-read =
    { $count ->
        [one] { $count } verksemd står på { $list }.
       *[other] { $count } verksemder står på { $list }.
    }

making-list = Lagar lista { $list }.

list-made = Lista { $list } er laga.

connecting-list = Koplar lista { $list } til ressursen.

list-connected = Lista { $list } er kopla til ressursen.

adding-members =
    { $count ->
        [one] Legg til { $count } verksemd.
       *[other] Legg til { $count } verksemder.
    }

members-added =
    { $count ->
        [one] { $count } verksemd er lagd til.
       *[other] { $count } verksemder er lagde til.
    }

removing-members =
    { $count ->
        [one] Tek bort { $count } verksemd.
       *[other] Tek bort { $count } verksemder.
    }

members-removed =
    { $count ->
        [one] { $count } verksemd er teken bort.
       *[other] { $count } verksemder er tekne bort.
    }

reading-resource = Les { $resource }.

resource-read = { $resource } er lesen.

restricting-resource = Seier til Ressursregisteret at lista gjeld.

resource-restricted = Lista gjeld for { $resource }.

publishing-resource = Publiserer { $resource }.

resource-published = { $resource } er publisert.

policy-read = Policyen for { $resource } er lesen.

publishing-policy = Publiserer policyen for { $resource }.

policy-published = Policyen for { $resource } er publisert.

## Outcomes

sent = Filoverføring { $transfer } er publisert for { $recipients }.

recipient-next = No hentar og stadfestar mottakaren ho, på sin eigen profil med `{ $command }`. Ditt eige steg er bevist utan det.

stays-until = Ho ligg hos Altinn til mottakaren har stadfesta ho, og som standard to timar til, men ikkje lenger enn til { $until }. Ingen kan trekke ho tilbake.

fetched = Filoverføring { $transfer } frå { $sender } er henta, samanlikna og stadfesta.

fetched-unconfirmed = Filoverføring { $transfer } frå { $sender } er henta og samanlikna. Ho er ikkje stadfesta, og Altinn beheld ho til ho går ut.
    .fix = Gjer dette igjen utan `--no-confirm` for å stadfeste ho.

went-round = Filoverføring { $transfer } gjekk heile vegen rundt: send, publisert, henta, samanlikna og stadfesta.

went-round-unconfirmed = Filoverføring { $transfer } er send, publisert, henta og samanlikna. Ho er ikkje stadfesta.
    .fix = Gjer dette igjen utan `--no-confirm` for heile runden.

subscriptions-stand = Validert: hendingane går til { $endpoint }. Abonnement: { $subscriptions }.

test-to-hear-of =
    { $role ->
        [recipient] Be no ein avsendar om ei testfil: den første hendinga om ho beviser at hendingane når deg.
       *[other] Send no ei testfil: den første hendinga om ho beviser at hendingane når deg.
    }

test-once-more = Filer blei sende før dette abonnementet. Altinn Events kan i opptil ein time hugse at ingen abonnerte, og sender ingenting så lenge.
    .fix =
        { $role ->
            [recipient] Be avsendaren om éin test til no. Kjem det inga hending, be om ein ny om ein time.
           *[other] Send éin test til no. Kjem det inga hending, send ein ny om ein time.
        }

system-stands = { $system } er systemet ditt, med klienten din og denne ressursen.

ask-user-next = No kjem systembrukaren: ein person må godkjenne han éin gong.
    .fix = Be om systembrukaren.

system-taken = { $system } er systemet ditt.

add-resource-next = Det har ikkje { $resource } enno.
    .fix = Legg ressursen til i systemet.

kept-in-file = Det som var der før, er teke vare på i { $path }. `broker-setup undo { $entry }` set det tilbake.

users-need-asking-next = Ein systembrukar som finst allereie, får ikkje ein ny rett av seg sjølv.
    .fix = Finst han, be om den nye retten. Finst han ikkje, be om systembrukaren.

user-has-right = Systembrukaren til { $organisation } har allereie fått { $resource }. Du treng ikkje be om noko.

user-there = Ein systembrukar handlar allereie for { $organisation }. Du treng ikkje be om noko.

request-stands = Førespurnaden til { $organisation } ventar på svar.

approve-it-next = I eit testmiljø godkjenner du han som regel sjølv.
    .fix = Opne lenka, logg inn med TestID som dagleg leiar i { $organisation }, og godkjenn. Det verkar med ein gong.

approver-opens-next = Ein person med rolla Tilgangsstyrar hos { $organisation } må opne lenka og godkjenne.
    .fix = Send lenka til den personen. Ifølgje dokumentasjonen til Altinn kan førespurnaden godkjennast i ti dagar. Steget ditt er ferdig når det er gjort.

owner-stands = Formidling kjenner deg som tenesteeigaren { $name }.

configure-next = Lagringsplassen er klar.
    .fix = Set opp ressursen i Formidling no.

storage-still-made = Altinn lagar framleis lagringsplassen din.
    .fix = Gjer dette igjen om nokre minutt, eller gå vidare med ressursen: du får sjå når lagringsplassen er klar.

config-stands = { $resource } er sett opp i Formidling slik du har oppgitt.

list-stands =
    { $count ->
        [one] { $count } verksemd står på lista { $list }. Ei endring verkar innan ti minutt.
       *[other] { $count } verksemder står på lista { $list }. Ei endring verkar innan ti minutt.
    }

restrict-next = Lista gjeld ikkje enno: alle verksemder der nokon med rett til å godkjenne seier ja, kan bruke { $resource }.
    .fix = Slepp berre inn dei på lista når alle du vil ha med, står der.

restriction-stands = Berre dei som står på tilgangslistene, kan bruke { $resource }. Det verkar innan ti minutt.

resource-stands = { $resource } er i Ressursregisteret slik du har oppgitt.

policy-next = Ingen kan bruke ressursen enno: han har ingen policy.
    .fix = Publiser policyen no.

policy-stands = { $resource } har policyen slik du har oppgitt.

policy-takes-minutes = Det verkar innan ti minutt.

## What stops any deed: answers

field-missing = Svaret på { $field } manglar.
    .fix = Fyll inn { $field }, og gjer dette igjen.

not-for-role =
    { $role ->
        [sender] Ein avsendar gjer ikkje dette.
        [recipient] Ein mottakar gjer ikkje dette.
       *[other] Ein tenesteeigar gjer ikkje dette.
    }
    .fix = Køyr `broker-setup status`: der står det kva som er det neste for deg.

run-by-vendor = Leverandøren driftar systemet, så leverandøren gjer dette.
    .fix = Be leverandøren sende testen og setje opp hendingane.

key-unusable = Den private nøkkelen kan ikkje lesast, så ingenting blei spurt om.
    .fix = Sjekk nøkkelen på nytt, i steg 2: sjekken seier kva som er gale med nøkkelen.

## What stops any deed: tokens

scope-not-on-client = Klienten har ikkje { $scope }.
    .fix = Legg til { $scope } på klienten i sjølvbetjeningsportalen for Maskinporten, under «Scopes». Det verkar innan få minutt. Får du ikkje velje det der, har Altinn ikkje gitt det enno.

scope-not-for-maskinporten = Klienten er av ein type som ikkje kan ha { $scope }.
    .fix = Lag ein klient av typen Maskinporten i sjølvbetjeningsportalen, og bruk ID-en til han her.

scope-not-granted = Altinn har ikkje gitt { $scope } til eigaren av klienten.
    .fix = Be Altinn Servicedesk om { $scope }: servicedesk@altinn.no. Svaret tek nokre arbeidsdagar.

scope-not-delegated = Kunden har ikkje delegert { $scope } til eigaren av klienten.
    .fix = Be kunden delegere API-et i Altinn, i akkurat dette miljøet.

no-system-user = Maskinporten kjenner ingen systembrukar som lèt denne klienten handle for { $organisation }.
    .fix = Køyr sjekkane i steg 3. Oftast er førespurnaden ikkje godkjend enno, klient-ID-en manglar på systemet, eller den eksterne referansen er ein annan.

grant-refused = Maskinporten gir ikkje tokenet: { $text }
    .fix = Køyr sjekkane i steg 2: dei seier kva for eit svar som er feil.

exchange-refused = Altinn byter ikkje tokenet mot sitt eige: { $text }
    .fix = Køyr sjekkane i steg 2, og samanlikn miljøet til klienten med miljøet i profilen.

## What stops any deed: the network and the gateway

no-answer = { $host } svarar ikkje.
    .fix = Sjekk nettverket, og køyr sjekken `key.reach`. Det som var gjort til då, er teke vare på.

proxy-holds-up = Proxyen { $proxy } slepp ikkje programmet gjennom til { $host }.
    .fix = Køyr sjekken `key.reach`: han seier kva proxyen vil ha. Altinn er ikkje spurd, og det som var gjort til då, er teke vare på.

proxy-unreadable = { $variable } nemner ein proxy, men kan ikkje lesast. Ingenting blei sendt, verken med eller utan proxyen.
    .fix = Køyr sjekken `key.reach`: han seier kva som må skrivast på ein annan måte.

certificates-unusable = Sertifikata du vil stole på, kan ikkje lesast frå { $path }. Ingenting blei sendt.
    .fix = Køyr sjekken `key.reach`: han seier kva som er gale med fila.

foreign-answer =
    { $found ->
        [web-page] Ei nettside svarar i staden for { $host }.
        [log-in] Ein proxy som inga innstilling oppgir, svarar i staden for { $host } og ber om innlogging.
        [redirect] { $host } sender programmet ein annan stad, og det gjer ingen av tenestene til Altinn.
        [too-large] Svaret frå { $host } er altfor stort til å komme frå ei av tenestene til Altinn.
        [unreadable] Svaret frå { $host } kan ikkje lesast: Det sluttar for tidleg, eller er endra på vegen.
       *[untold] Noko anna enn Altinn svarar for { $host }.
    }
    .fix =
        { $found ->
            [web-page] Opne { $host } i ein nettlesar på denne maskina for å sjå kven som svarar, og be nettverksansvarleg om å sleppe programmet gjennom.
            [log-in] Be nettverksansvarleg om adressa til proxyen, og set HTTPS_PROXY til den adressa.
            [unreadable] Gjer dette ein gong til. Blir det ikkje betre, spør nettverksansvarleg kva som endrar svar på vegen.
           *[untold] Be nettverksansvarleg om å la denne maskina nå { $host } direkte.
        }

service-trouble = Ei teneste hos Altinn eller Digdir har eigne problem og svarar med status { $status }.
    .fix = Det er ingenting gale hos deg. Gjer dette igjen om nokre minutt. Blir det ikkje betre, send koden og tidspunktet til servicedesk@altinn.no.

too-often = { $host } er spurd for ofte. Neste kall kan gjerast { $until }.
    .fix = Gjer dette igjen etter { $until }.

not-our-host = { $host } er ikkje ein vert i dette miljøet, så ingenting blei sendt dit.
    .fix = Samanlikn adressene i profilen med adressene til miljøet.

stopped-here = Denne maskina stoppa det: { $reason }
    .fix = Sjekk disken og fila, og gjer dette igjen.

gateway-key-missing = Gatewayen ber om ein API-nøkkel, men ingen er oppgitt.
    .fix = Fyll inn API-nøkkelen i steg 1.

gateway-key-invalid = Gatewayen kjenner ikkje API-nøkkelen.
    .fix = Køyr sjekken `key.gateway`: han skil ein feil nøkkel frå ein frå eit anna miljø.

token-not-taken = Tenesta godtek ikkje tokenet. Det kan ha gått ut, eller klokkene går ulikt.
    .fix = Køyr sjekkane `key.clock` og `client.exchange`, og gjer dette igjen.

scope-missing = Tokenet manglar { $scope }.
    .fix = Legg til { $scope } på klienten i sjølvbetjeningsportalen for Maskinporten, under «Scopes», og gjer dette igjen.

refused = Altinn avviser med status { $status }: { $text }
    .fix = Køyr sjekkane: dei vurderer det Altinn seier. Blir det ikkje betre, send koden og tidspunktet til servicedesk@altinn.no.

## What stops a test transfer

no-access = Formidling lèt ikkje { $organisation } bruke { $resource }.
    .fix =
        { $role ->
            [service-owner] Køyr sjekkane i steg 3. Vent ti minutt etter ei endring. Går dei gjennom, er verksemda di utelaten frå policyen eller tilgangslista til ressursen.
           *[other] Køyr sjekkane i steg 3. Vent ti minutt etter ei endring. Går dei gjennom, spør tenesteeigaren: ressursen er ikkje sett opp i Formidling, eller du er utelaten frå policyen eller tilgangslista.
        }

resource-unsound = { $resource } er ikkje ein ressurs i Altinn med ein tenesteeigar bak seg.
    .fix =
        { $role ->
            [service-owner] Publiser ressursen på nytt i Altinn Studio, i dette miljøet, med eigaren fylt inn.
           *[other] Be tenesteeigaren publisere ressursen på nytt, i dette miljøet, med eigaren fylt inn.
        }

owner-not-in-broker = Eigaren av { $resource } er ikkje sett opp i Formidling.
    .fix =
        { $role ->
            [service-owner] Registrer verksemda di som tenesteeigar i Formidling, og set så opp ressursen der.
           *[other] Be tenesteeigaren registrere seg i Formidling, og så setje opp ressursen der.
        }

storage-not-ready = Altinn lagar framleis lagringsplassen til tenesteeigaren. Inga filoverføring blei laga.
    .fix =
        { $role ->
            [service-owner] Gjer dette igjen om nokre minutt. Sjekken `access.service-owner` viser når lagringsplassen er klar.
           *[other] Gjer dette igjen om nokre minutt.
        }

recipient-not-on-list = { $resource } har ei tilgangsliste, og ikkje alle av { $recipients } står der.
    .fix =
        { $role ->
            [service-owner] Legg kvar mottakar til på tilgangslista. Det verkar innan ti minutt.
           *[other] Be tenesteeigaren legge kvar mottakar til på tilgangslista. Det verkar innan ti minutt.
        }

required-party-missing = { $resource } krev at tenesteeigaren er med i kvar filoverføring, som avsendar eller som mottakar.
    .fix =
        { $role ->
            [service-owner] Vel di eiga verksemd som mottakar av testen.
           *[other] Vel tenesteeigaren som mottakar av testen.
        }

one-recipient-only = { $resource } tek berre éin mottakar, tenesteeigaren.
    .fix =
        { $role ->
            [service-owner] Vel di eiga verksemd som einaste mottakar av testen.
           *[other] Vel tenesteeigaren som einaste mottakar av testen.
        }

file-missing = Det finst inga fil { $path }.
    .fix = Vel ei anna fil, eller inga: då blir det laga ei fil på 64 KiB.

file-not-regular = { $path } er ikkje ei fil som kan sendast.
    .fix = Vel ei fil. Ei mappe må først pakkast til éi fil.

file-unreadable = { $path } kan ikkje lesast: { $reason }
    .fix = Gi deg sjølv lesetilgang til fila, eller vel ei anna.

file-too-large = { $name } har { $size }, som er meir enn ressursen tek. Har ikkje tenesteeigaren sett ei eiga grense, er ho 50 GB.
    .fix = Vel ei mindre fil, eller inga: då blir det laga ei fil på 64 KiB.

file-changed-meanwhile = { $name } blei endra medan ho blei send, så resten blei ikkje send.
    .fix = Gjer dette igjen når ingenting skriv til fila lenger: då byrjar ei ny filoverføring.

upload-broke-off = Tilkoplinga til Altinn er nede, og noko av { $name } ({ $size }) er ikkje sendt enno.
    .fix = Gjer dette igjen når det er tilbake, innan eit døgn: opplastinga held fram der ho var.

upload-expired = Altinn har rydda bort det som var sendt av filoverføring { $transfer }: ei uferdig opplasting blir behalden i eit døgn.
    .fix = Gjer dette igjen: då byrjar ei ny filoverføring.

file-name-too-long = Namnet på fila er lengre enn dei 255 teikna Formidling tek: { $name }
    .fix = Gi fila eit anna namn, og gjer dette igjen.

disk-full = Det er ikkje meir plass på disken til fila. Det som var skrive av ho, er sletta.
    .fix = Gi plass i mappa for mellombelse filer, eller oppgi ei anna i TMPDIR. Gjer så dette igjen.

file-larger-than-told = Det kjem meir frå { $host } enn dei { $size } som var varsla. Nedlastinga blei stoppa, og det som var komme, er sletta.
    .fix = Gjer dette igjen. Skjer det to gonger, er det noko på vegen som endrar fila: køyr sjekken `key.reach`, som seier kva som svarar.

file-stood-still = Fila stod stille: ikkje ein byte gjekk til eller kom frå { $host } på { $seconds } sekund. Det som var lasta ned, er sletta.
    .fix = Sjekk nettverket, og gjer dette igjen.

file-too-slow = Fila går for sakte: mindre enn { $size } gjekk til eller kom frå { $host } på { $seconds } sekund. Ho blei stoppa, og det som var lasta ned, er sletta.
    .fix = Gjer dette igjen frå eit raskare nettverk. Er nettverket raskt, spør nettverksansvarleg kva som bremsar vegen til { $host }.

file-took-too-long = Fila var framleis på veg til eller frå { $host } etter { $hours } timar, så ho blei stoppa. Det som var lasta ned, er sletta.
    .fix = Gjer dette igjen frå eit raskare nettverk, eller med ei mindre fil.

disk-refused = Mappa for mellombelse filer seier nei: { $reason }
    .fix = Gi plass i mappa for mellombelse filer, eller oppgi ei anna i TMPDIR.

checksum-refused = Fila kom ikkje til Altinn slik ho var: sjekksummen er ein annan. Filoverføring { $transfer } har feila og kan ikkje brukast igjen.
    .fix = Send testen på nytt. Skjer det to gonger, er det noko på vegen som endrar fila, eller fila sjølv endrar seg medan ho blir send.

transfer-started = Filoverføring { $transfer } er lasta opp før.
    .fix = Send testen på nytt: det gir ei ny filoverføring.

transfer-failed = Filoverføring { $transfer } har feila: { $text }
    .fix =
        { $role ->
            [recipient] Be avsendaren om ein ny test: ei filoverføring som har feila, kan ikkje brukast meir.
           *[other] Send testen på nytt: ei filoverføring som har feila, kan ikkje brukast meir.
        }

scan-found-malware = Altinn fann skadevare i fila. Filoverføring { $transfer } har feila, og fila er sletta der.
    .fix = Send ei anna fil, eller inga: då blir det laga ei fil på 64 KiB. Sjekk di eiga fil med di eiga virusskanning.

not-published-yet = Filoverføring { $transfer } er ikkje publisert etter to minutt. Altinn arbeider vidare med ho, og ingenting er tapt.
    .fix = Køyr sjekken `integrate.transfer` om nokre minutt.

transfer-unknown = Formidling kjenner inga filoverføring { $transfer }.
    .fix = Samanlikn ID-en og miljøet. Ei filoverføring i test er ikkje kjend i produksjon.

transfer-not-ready = Filoverføring { $transfer } kan ikkje hentast enno: { $text }
    .fix = Gjer dette igjen når avsendaren har sendt fila og Altinn har publisert ho.

transfer-gone = Fila i filoverføring { $transfer } er sletta: alle har stadfesta ho, eller ho har gått ut.
    .fix =
        { $role ->
            [sender] Send ei ny.
           *[other] Be avsendaren sende ei ny.
        }

not-marked = Filoverføring { $transfer } er ikkje merkt som test, så ho er ikkje rørt.
    .fix = Vel ho med `--transfer { $transfer }` viss det verkeleg er den du meiner: stadfestinga fortel avsendaren at du har ho.

not-for-us = { $organisation } er ikkje blant mottakarane av filoverføring { $transfer }, så ho er ikkje rørt.
    .fix = Be avsendaren oppgi { $organisation } som mottakar.

refusal-only-in-sandbox = Avvisinga blir bevist berre i sandkassa. I Altinn sjølv ville ei nedlasting som slepp gjennom, gjere deg til enda ein mottakar av fila.
    .fix = Utelat `--prove-refusal`, eller gjer dette på ein profil i sandkassa.

refusal-is-of-sender = Det som blir bevist avvist, er det ein avsendar ikkje har lov til, så det høyrer til ein avsendarprofil.
    .fix = Utelat `--prove-refusal`.

not-refused = Filoverføring { $transfer } kunne hentast med retten til berre å sende, og det skal ikkje gå.
    .fix = Sjå på policyen og på scopa i tokenet: broker.read skal ikkje vere blant dei.

none-waiting = Ingen merkt test ventar på { $organisation } i { $resource }.
    .fix = Be avsendaren køyre `{ $command }` med { $organisation } som mottakar. Utan broker-setup sender avsendaren ei fil der sendersFileTransferReference byrjar med `broker-setup-test-`, og der propertyList har `broker-setup` = `test`.

only-unmarked =
    { $count ->
        [one] { $count } fil ventar på { $organisation } i { $resource } utan å vere merkt som test. Ingenting er rørt.
       *[other] { $count } filer ventar på { $organisation } i { $resource } utan å vere merkte som test. Ingenting er rørt.
    }
    .fix = Be avsendaren køyre `{ $command }` med { $organisation } som mottakar. Utan broker-setup sender avsendaren ei fil der sendersFileTransferReference byrjar med `broker-setup-test-`, og der propertyList har `broker-setup` = `test`. Vil du ta ei av dei som ventar, vel ho med `--transfer ID`.

content-differs = Det som kom, er ikkje det som blei sendt: innhaldet i filoverføring { $transfer } er eit anna. Ho er ikkje stadfesta.
    .fix =
        { $role ->
            [service-owner] Gjer dette igjen. Blir det ulikt igjen, er det noko på vegen som endrar fila.
           *[other] Gjer dette igjen. Blir det ulikt igjen, spør avsendaren kva for ei fil som blei send.
        }

not-confirmed = Filoverføring { $transfer } er henta, men Altinn viser ho ikkje som stadfesta: { $text }
    .fix = Gjer dette igjen: det gjer ingenting å hente og stadfeste to gonger.

ask-sender-and-recipient = Policyen for { $resource } lèt ikkje eigaren sjølv sende og ta imot, og ingen systembrukar er oppgitt.
    .fix = Be ein avsendar og ein mottakar sende ein test seg imellom. Eller legg til ein regel i policyen for di eiga verksemd, med read og write, og publiser han.

## What stops a subscription

endpoint-not-taken = Altinn godtek ikkje { $endpoint } som webhook: det må vere ei heil adresse som byrjar med https.
    .fix = Fyll inn ei https-adresse som Altinn kan nå frå internett.

endpoint-unreadable = { $endpoint } er ikkje ei nettadresse.
    .fix = Fyll inn adressa til webhooken på nytt.

subscribe-not-allowed = Policyen for { $resource } lèt ikkje { $organisation } abonnere.
    .fix =
        { $role ->
            [service-owner] Legg til handlinga subscribe i reglane i policyen for dei som skal abonnere, og publiser han. Vent ti minutt.
           *[other] Be tenesteeigaren legge til handlinga subscribe i reglane for dei som sender og tek imot, og publisere policyen. Få så rettane til systembrukaren godkjende på nytt. Vent ti minutt.
        }

filter-refused = Altinn Events godtek ikkje abonnementet: { $text }
    .fix = Køyr sjekken `events.subscription`. Seier han ikkje noko anna, send teksten og tidspunktet til servicedesk@altinn.no.

owned-by-other = Abonnement { $subscription } tilhøyrer den andre identiteten din, { $identity }, og er ikkje validert. Eit til ville levere kvar hending to gonger, så det blei ikkje laga noko.
    .fix = Slett det, eller lag det same abonnementet på nytt, med eit token for { $identity }. Gjer så dette igjen.

not-validated-yet = Abonnement { $subscription } er laga, men { $endpoint } har ikkje svart på valideringa frå Altinn enno. Altinn prøver vidare i omtrent åtte minutt, med lengre og lengre pausar.
    .fix = Sjekk at webhooken kan nåast frå internett, og at han har eit sertifikat frå ein offentleg utferdar. Han må sjølv svare 200 på ein POST, utan vidarekopling eller innlogging. Gjer så dette igjen: då byrjar valideringa på nytt.

## What stops a system or its user

system-of-other = { $system } tilhøyrer ikkje { $owner }, som eig klienten: ID-en til eit system byrjar med organisasjonsnummeret til leverandøren.
    .fix = La system-ID-en stå tom: ein som passar, blir foreslått. Eller skriv kven klienten tilhøyrer, som eigar av klienten.

client-in-other-system = Klienten din { $client } er på { $system }, ikkje på { $answered }. Ein klient kan berre vere på eitt system.
    .fix = Skriv { $system } som system-ID. Høyrer det systemet til noko anna, lag ein ny klient i sjølvbetjeningsportalen, og bruk ID-en til han her.

system-without-client = { $system } er allereie registrert, utan klienten din { $client }.
    .fix = Legg klienten til i systemet. Skal dette ha eit eige system, la system-ID-en stå tom: ein ledig blir foreslått.

system-id-used = { $system } er sletta ein gong, og ID-en kan aldri brukast igjen.
    .fix = La system-ID-en stå tom: ein ledig blir foreslått.

no-system-id-free = Alle ID-ane som ville blitt foreslått for systemet, er brukte opp.
    .fix = Skriv din eigen system-ID: organisasjonsnummeret til eigaren av klienten, ein understrek og eit namn.

no-system-yet = Klienten din { $client } er ikkje på noko system enno.
    .fix = Registrer systemet først.

system-not-there = { $system } er ikkje registrert.
    .fix = Registrer systemet, eller la system-ID-en stå tom: ditt blir funne.

system-not-from-here = { $system } blei ikkje registrert frå denne maskina, så ingenting er lagt til.
    .fix = Gjer dette igjen, og skriv ID-en til systemet viss det er ditt å endre.

system-changed-since = { $system } er endra av nokon andre i mellomtida. Ingenting er endra no.
    .fix = Gjer dette igjen: det viser kva som er der no.

no-user-to-change = Det finst ingen systembrukar for { $organisation } enno.
    .fix = Be om systembrukaren: han får retten med ein gong.

not-kept-first = Ingenting er endra, fordi det som er der no, ikkje kan takast vare på først: { $reason }
    .fix = Gi plass på disken, eller la brukaren din skrive i den mappa. Gjer så dette igjen.

request-not-ours = Førespurnaden { $request } står i vegen, og han blei ikkje laga frå denne maskina. Ingenting er sletta.
    .fix = Gjer dette igjen, og skriv ID-en til førespurnaden viss han kan slettast.

resource-of-other = { $resource } tilhøyrer ei anna verksemd enn den som eig klienten.
    .fix = Bruk ein klient frå verksemda som eig ressursen, eller oppgi ein av dine eigne ressursar.

resource-not-there = Ressursregisteret har ikkje { $resource }.
    .fix = Publiser ressursen først, i dette miljøet.

resource-not-from-here = { $resource } er ikkje publisert frå denne maskina, så ingenting er endra.
    .fix = Gjer dette igjen, og skriv ID-en til ressursen viss han kan endrast.

resource-changed-since = { $resource } er endra i mellomtida, så ingenting er gjort.
    .fix = Gjer dette igjen: det viser det som er der no.

resource-id-used = Ressursregisteret har hatt { $resource } før, og ein ID kan aldri brukast igjen.
    .fix = Oppgi ein annan ID for ressursen.

owner-not-listed = { $organisation } står ikkje i Altinn si liste over tenesteeigarar, og ein ressurs må nemne eigaren slik lista gjer.
    .fix = Be servicedesk@altinn.no om å setje verksemda på lista over tenesteeigarar.

policy-not-from-here = Ressursen { $resource } eller policyen blei ikkje publisert frå denne maskina, så ingenting blei endra.
    .fix = Gjer dette igjen, og skriv ID-en til ressursen viss policyen kan bytast.

policy-changed-since = Policyen for { $resource } er endra i mellomtida, så ingenting blei gjort.
    .fix = Gjer dette igjen: det viser kva som er der no.

config-not-from-here = { $resource } er ikkje sett opp i Formidling frå denne maskina, så ingenting er endra.
    .fix = Gjer dette igjen, og skriv ID-en til ressursen viss innstillingane kan endrast.

config-changed-since = Innstillingane for { $resource } i Formidling er endra i mellomtida, så ingenting er gjort.
    .fix = Gjer dette igjen: det viser det som er der no.

no-owner-code = Altinn si liste over tenesteeigarar har ingen kode for { $organisation }, og tilgangslister ligg under den koden.
    .fix = Be servicedesk@altinn.no legge verksemda di til på lista over tenesteeigarar.

several-lists = Fleire lister er kopla til ressursen: { $lists }.
    .fix = Oppgi kva for ei tilgangsliste det gjeld.

list-not-from-here = Lista { $list } er ikkje laga frå denne maskina, så ingenting er endra.
    .fix = Gjer dette igjen, og skriv ID-en til lista viss ho kan endrast.

list-changed-since = Lista { $list } er endra i mellomtida, så ingenting er gjort.
    .fix = Gjer dette igjen: det viser det som er der no.

members-unknown = Altinn kjenner ikkje { $organisations }. Dei andre står på lista.
    .fix = Samanlikn nummera. I test er berre syntetiske organisasjonar kjende, og tenesteeigarane sjølve.

nobody-on-list = Ingen står på ei liste som er kopla til { $resource }, så ingen ville kunne bruke han.
    .fix = Slepp inn verksemdene som skal bruke han, først.

## Taking back what a deed has made

would-delete-system = { $system } blir sletta, og det kan ikkje gjerast om: ID-en kan aldri brukast igjen. Alle systembrukarar til det sluttar å verke.
deleting-system = Slettar { $system }.
system-gone = { $system } er sletta. ID-en kan aldri brukast igjen.

would-put-system-back = { $system } får tilbake det det hadde før. Det som brukar det som blir teke bort, sluttar å verke.
putting-system-back = Set { $system } tilbake.
system-put-back = { $system } er som det var.

kept-gone = Det som var der før, kan ikkje lesast frå { $path }. Ingenting er endra.
    .fix = Legg fila tilbake der ho var, eller endre systemet der det blir halde ved like.

would-withdraw = Førespurnaden { $request } blir trekt tilbake. Lenka sluttar å verke.
withdrawing = Trekker tilbake førespurnaden { $request }.
withdrawn = Førespurnaden { $request } er trekt tilbake.

request-accepted = Førespurnaden er allereie godkjend, så han kan ikkje trekkast tilbake.
    .fix = Be tilgangsstyraren hos { $organisation } slette systembrukaren i Altinn, viss han skal bort.


would-unsubscribe = Abonnement { $subscription } blir fjerna. Altinn kan halde fram med å sende hendingar til webhooken i ein time.
events-between-are-gone = Det kan lagast på nytt, og får då eit anna nummer. Altinn sender ikkje det som skjedde i mellomtida.
subscription-made-elsewhere = Dette programmet laga ikkje abonnement { $subscription }. Det går til { $endpoint }, der nokon kanskje ventar på hendingane.
    .fix = Spør den som brukar { $endpoint }. Skriv så nummeret, eller oppgi det med --confirm-id.
would-subscribe-again = Det same abonnementet blir laga på nytt, for { $endpoint }. Det får eit anna nummer.
no-subscription = Det finst ikkje noko abonnement å fjerne.
    .fix = Sjå med sjekken events.subscription kva for ein identitet abonnementa dine tilhøyrer, viss du venta eit.
subscription-unknown = Det finst ikkje noko abonnement { $subscription }. Dei som finst: { $known }.
    .fix = Oppgi eitt av dei med --subscription.
subscriptions-several = Dette programmet laga ingen av abonnementa som finst: { $known }.
    .fix = Oppgi det som skal bort, med --subscription.
unsubscribing = Fjernar abonnementet
unsubscribed = Abonnement { $subscription } er borte. Altinn kan halde fram med å sende hendingar til webhooken i ein time.

cannot-be-undone = Ingenting kan ta dette tilbake.
    .fix = Les i journalen kva som blei laga, og kvar det ligg.
undone-already = { $made } er teke tilbake før.

journal-not-kept = Ingenting blei gjort, fordi journalen ikkje kan skrivast: { $reason }
    .fix = Gi plass på disken, eller la brukaren din skrive i den mappa. Gjer så dette igjen.

would-put-config-back = { $resource } får tilbake det han hadde i Formidling før.

some-settings-stay = Det som ikkje hadde noka grense før, beheld den det fekk: Formidling kan ikkje ta ho bort.

config-put-back = { $resource } har dei tidlegare innstillingane i Formidling.

would-put-list-back = Dei som kom på { $list }, blir tekne bort, og dei som blei tekne bort, kjem tilbake. Der lista gjeld, mistar dei som blir tekne bort, tilgangen.

list-goes-if-empty = Lista { $list } blir sletta viss ingen står igjen der.

putting-list-back = Set { $list } tilbake.

list-put-back = { $list } er som før, bortsett frå det andre har endra.

would-lift-restriction = Alle verksemder der nokon med rett til å godkjenne seier ja, kan bruke { $resource } igjen.

lifting-restriction = Seier til Ressursregisteret at lista ikkje gjeld.

restriction-lifted = Alle verksemder der nokon med rett til å godkjenne seier ja, kan bruke { $resource } igjen, innan ti minutt.

would-delete-resource = { $resource } blir sletta, med policyen, og det kan ikkje gjerast om: ID-en kan aldri brukast igjen. Ingen kan bruke ressursen frå då av.
would-put-resource-back = { $resource } får tilbake det som stod i Ressursregisteret før, slik det er vist her.
putting-resource-back = Set { $resource } tilbake.
resource-deleted = { $resource } er sletta. ID-en kan aldri brukast igjen.
resource-put-back = { $resource } er som han var.
would-put-policy-back = { $resource } får tilbake policyen som han hadde før, slik det er vist her. Den som berre har rettar etter policyen som gjeld i dag, mistar dei.
putting-policy-back = Set policyen for { $resource } tilbake.
policy-put-back = Policyen for { $resource } er som han var.

## Labels of the preview's rows

preview-portal = portal
preview-resource = ressurs
preview-from = frå
preview-to = til
preview-file = fil
preview-path = ligg i
preview-size = storleik
preview-mark = merke
preview-transfer = filoverføring
preview-reference = referansen til avsendaren
preview-sent = sendt
preview-webhook = webhook
preview-resource-filter = ressurs
preview-subject-filter = part
preview-type-filter = typar
preview-system = system
preview-name = namn
preview-vendor = registrert av
preview-right = rett
preview-client = klient
preview-party = for
preview-system-user = systembrukar
preview-external-ref = referanse
preview-owner = tenesteeigar
preview-largest-file = største fil
preview-kept-for = filer ligg i
preview-kept-after-all = ligg etter siste henting
preview-one-side-always = den eine parten er alltid
preview-list = tilgangsliste
preview-admitted = på lista
preview-title-nb = tittel
preview-title-nn = tittel på nynorsk
preview-title-en = tittel på engelsk
preview-description-nb = beskriving
preview-description-nn = beskriving på nynorsk
preview-description-en = beskriving på engelsk
preview-right-nb = gir rett til
preview-right-nn = det same på nynorsk
preview-right-en = det same på engelsk
preview-owner-name = kalla
preview-contact = kontakt
preview-may-approve = kan godkjenne
preview-acts-itself = handlar sjølv

## What becomes of the parts of a thing that is replaced

preview-change-stays = blir
preview-change-stays-until = blir, til { $until }
preview-change-added = ny
preview-change-added-until = ny, til { $until }
preview-change-goes = skal bort
preview-change-goes-until = skal bort, var gyldig til { $until }

## Keys

would-make-test-key = Ein ny nøkkel (RSA, 2048 bit) blir laga på denne maskina, for test. Du kan slutte å bruke han etterpå.
would-make-production-key = Ein ny nøkkel (RSA, 2048 bit) blir laga på denne maskina, for produksjon. Du kan slutte å bruke han etterpå.
would-take-up-key = Nøkkelen { $kid } blei laga før, og ingenting signerer med han enno. Han blir teken i bruk; ingen ny blir laga.
key-stays-here = Den private nøkkelen ligg i { $folder } og ingen andre stader. Berre brukaren din kan lese han, og ingen kan gjenopprette han.
key-is-not-the-programs = Han er for dette programmet. Programmet som skal sende eller ta imot for verksemda, får ein eigen nøkkel seinare, ved sida av denne.
making-key = Lagar nøkkelen
made-key = Nøkkelen { $kid } er laga
key-lies = Nøkkelen { $kid } ligg i { $path }. Det finst ingen annan kopi av han.
public-key-is-saved = Det er den offentlege halvdelen, i den forma sjølvbetjeningsportalen godtek. Han er lagra ved sida av den private nøkkelen som JWK, JWKS og PEM.
    .fix = Lag klienten i sjølvbetjeningsportalen, eller opne den du har. Legg nøkkelen til der, i nøkkelseksjonen.
public-key-is = { $jwks }
would-let-go-of-key = Denne tilkoplinga signerer ikkje lenger med { $kid }. Filene til nøkkelen blir der dei er: { $path }
let-go-of-key = Denne tilkoplinga signerer ikkje lenger med { $kid }. Filene til nøkkelen blei der dei var.
post-by-hand = Legg til denne nøkkelen på klienten i sjølvbetjeningsportalen: opne klienten og nøkkelseksjonen på sida til klienten.
post-by-hand-then = Gå vidare når han er der. Då blir dagen i dag lagra som dagen nøkkelen lever eitt år frå. Ingenting forlèt denne maskina.
posted-by-hand = Nøkkelen { $kid } blei lagd til { $day }: Maskinporten godtek han i eitt år frå då.
would-post-key = Den offentlege nøkkelen { $kid } blir lagd til på klient { $client }, ved sida av dei som er der. Det kan takast tilbake.
key-would-go = Nøkkelen { $kid } blir fjerna, fordi ein klient har høgst fem nøklar. Den som signerer med han, får ikkje lenger token.
list-is-kept = Lista over nøklar slik ho er no, blir teken vare på i nøkkelmappa, og journalen seier korleis ho blir lagd tilbake.
key-is-on-client = Nøkkelen { $kid } er på klient { $client } allereie.
reading-keys = Les nøklane til klienten
read-keys =
    { $count ->
        [one] Klienten har { $count } nøkkel
       *[other] Klienten har { $count } nøklar
    }
replacing-keys = Byter lista over nøklar, og les ho igjen
keys-replaced = Klient { $client } har den nye lista over nøklar
key-posted = Nøkkelen { $kid } er på klient { $client }. Det verkar innan ti minutt.
key-ends = Nøkkelen { $kid } går ut { $after }.
key-end-moved = Nøkkelen { $kid } skulle gå ut { $before }, og går ut { $after } no.
keys-kept = Lista over nøklar som var der før, ligg i { $path }. Dette legg ho tilbake: broker-setup undo { $entry }
would-put-keys-back = Endringa på klient { $client } blir teken tilbake. Nøkkelen som blei lagd til, blir fjerna, og ein som måtte vike for han, kjem tilbake. Den som signerer med nøkkelen som blir fjerna, får ikkje lenger token.
keys-put-back = Nøklane til klient { $client } er som dei var før.
would-rotate-key = Ein ny nøkkel blir laga og lagd ved sida av { $kid }. Han blir brukt når Maskinporten godtek han. Den gamle er framleis gyldig: vil du gå tilbake, oppgir du stien og nøkkel-ID-en til han igjen.
would-go-on-with-key = Den nye nøkkelen { $kid } blei laga før, og er ikkje i bruk enno. Det held fram med han.
rotate-by-hand = Du legg sjølv til den offentlege halvdelen i sjølvbetjeningsportalen. Første gong stoppar programmet der, og seier kvar fila ligg.
proving-key = Ber Maskinporten om eit token med { $kid }
key-proven = Maskinporten godtek { $kid }
key-rotated = Frå no av signerer { $kid } her. Den gamle nøkkelen { $old } er framleis gyldig.
    .fix = Når ingenting signerer med { $old } lenger, fjern han frå klienten.
would-retire-key = Nøkkelen { $kid } blir fjerna frå klient { $client }: den som signerer med han, får ikkje lenger token. Han kan leggast tilbake.
key-retired = Nøkkelen { $kid } er fjerna frå klient { $client }.
kid-taken = Ein annan nøkkel på klienten har nøkkel-ID-en { $kid }.
    .fix = Lag ein ny nøkkel: han får ein eigen nøkkel-ID.
kid-not-on-client = Klienten har ingen nøkkel { $kid }. Han har: { $kids }
    .fix = Oppgi ein av desse med `--kid`.
key-signs-here = Nøkkelen { $kid } signerer her, så han blir.
    .fix = Oppgi ein annan med `--kid`.
no-key-to-retire = Klienten har ingen annan nøkkel enn { $kid }, som signerer her.
    .fix = Legg til ein ny nøkkel først.
last-key-that-works = Etter { $kid } ville det ikkje vere nokon nøkkel igjen som verkar, så han blir.
    .fix = Legg til ein ny nøkkel først.
retire-by-hand = Utan ein administrasjonsklient kan ikkje dette programmet sjå nøklane til klienten.
    .fix = Fjern nøkkelen i sjølvbetjeningsportalen, i nøkkelseksjonen på sida til klienten. Eller fyll inn { $field }.
new-key-not-on-client = Maskinporten godtek ikkje den nye nøkkelen { $kid } enno. Den gamle blir brukt som før.
    .fix = Legg til den offentlege nøkkelen på klienten i sjølvbetjeningsportalen: han ligg i { $path }. Gjer så dette igjen: det held fram med same nøkkel. Det kan ta ti minutt.
new-key-not-taken-yet = Den nye nøkkelen { $kid } er på klienten, men Maskinporten godtek han ikkje enno: { $text }
    .fix = Gjer dette igjen om ti minutt: det held fram med same nøkkel. Til då blir den gamle brukt.
keys-changed = Nøklane til klient { $client } er endra sidan dei blei viste. Ingenting blei gjort.
    .fix = Gjer dette igjen, og sjå på det som blir vist.
keys-not-as-posted = Nøklane til klient { $client } er ikkje dei som blei sende. Nokon andre kan ha endra dei samtidig. Det som var der før, ligg i { $path }
    .fix = Samanlikn nøklane i sjølvbetjeningsportalen med den fila, og legg til det som manglar.
kept-keys-unreadable = Lista over nøklar som var der før, kan ikkje lesast frå { $path }. Ingenting blei gjort.
    .fix = Endre nøklane i sjølvbetjeningsportalen.
too-many-keys = Ein klient har høgst fem nøklar, og dette ville bli fleire: { $kids }
    .fix = Fjern først ein av dei frå klienten.
admin-address-missing = Dette miljøet oppgir inga adresse til administrasjonen hos Digdir, så ingen blei spurd.
    .fix = Skriv adressa ved sida av dei andre til dette miljøet, eller endre nøklane i sjølvbetjeningsportalen.
admin-key-unusable = Den private nøkkelen til administrasjonsklienten kan ikkje lesast, så ingen blei spurd.
    .fix = Oppgi den private nøkkelen til administrasjonsklienten, og fyll inn nøkkel-ID-en.
admin-grant-refused = Maskinporten gir ikkje administrasjonsklienten noko token: { $text }
    .fix = Samanlikn ID-en, nøkkelen og nøkkel-ID-en til administrasjonsklienten med sjølvbetjeningsportalen. Han treng idporten:dcr.read for å sjå, og idporten:dcr.modify eller idporten:dcr.write for å endre.
key-is-there = Det finst ein privat nøkkel allereie: { $key }
    .fix = Skal han bytast, legg til ein ny nøkkel ved sida av han.
certificate-signs = Klienten signerer med eit sertifikat, så han har ingen nøkkel som kan lagast.
    .fix = Skal klienten signere med ein nøkkel, svar det der det blir spurt om korleis klienten signerer.
key-not-written = Nøkkelen kunne ikkje skrivast til { $path }: { $reason }
    .fix = Gi plass på disken, eller la brukaren din skrive i den mappa. Gjer så dette igjen.
## Brev

letter-yours-to-send = Dette brevet sender du sjølv. Går du vidare, blir det notert at det er sendt, med dagens dato; ingenting forlèt denne maskina.
letter-reminds = Denne påminninga sender du sjølv. Går du vidare, blir ho notert; ingenting forlèt denne maskina.
letter-asked-before = Dette blei det bede om { $day } allereie. Brevet blir skrive igjen, og dagen blir ståande.
    .fix = Har det gått ei veke utan svar, så send ei påminning.
letter-noted = Notert at du bad om det { $day }.
    .fix = Send brevet viss du ikkje har gjort det. Sjekkane ser sjølve kva mottakaren endrar i Altinn.
reminder-noted = Påminninga er notert.
no-would-be-noted = Det blir notert at mottakaren har sagt nei. Ingen får beskjed.
no-noted = Notert at mottakaren sa nei: { $reason }
    .fix = Rett det svaret nemner, og skriv til dei igjen.
not-asked-yet = Ingen brev ventar på svar her.
    .fix = Send brevet først.
letter-not-for-owner = Ein tenesteeigar skriv ikkje dette brevet: det er for avsendarar og mottakarar.
    .fix = Vel noko anna.
letter-would-be-forgotten = Notatet om at du sende dette brevet, blir fjerna. Eit brev som er sendt, kan ikkje trekkast tilbake.
letter-forgotten = Notatet er borte: brevet blir rekna som ikkje sendt.

## Keys
