### What deeds say: a result, or what is being done. `.fix` is what to do, with the first action first. Who must act, and the values
### that a line may use, are in `src/journey/deed_message.rs`.

not-known = En nyere versjon av broker-setup skrev dette.
    .fix = Bruk den nyere versjonen for å lese det.

nothing-to-do = Det er ingenting å gjøre her.

## Preview

would-send = En fil merket som test går til { $recipients }. Det som er sendt, kan ikke tas tilbake.

would-go-on = Opplastingen av { $name } som begynte { $since }, fortsetter der den var, i filoverføring { $transfer }: ingenting sendes to ganger.

would-send-anew = En ny filoverføring begynner. Opplastingen av { $name }, filoverføring { $transfer }, blir stående uferdig, og Altinn rydder den bort av seg selv.

file-changed-since = { $name } er endret siden opplastingen begynte, så en ny filoverføring begynner. Den forrige, filoverføring { $transfer }, blir stående uferdig, og Altinn rydder den bort av seg selv.

would-prove-refusal = Deretter hentes filen med retten til bare å sende, og det skal avvises.

would-await-file = Ingen fil til { $organisation } ligger klar på { $resource } ennå. Programmet venter på den i opptil { $minutes } minutter. Så henter og sammenligner det filen.

ask-sender-meanwhile = Be i mellomtiden avsenderen kjøre `{ $command }` med { $organisation } som mottaker.

lands-for-real = Den havner i mottakerens virkelige system, og ingenting kan slette den. Den blir der til mottakeren bekrefter den, eller til den utløper.

nothing-leaves = Sandkassen spiller mottakeren. Ingenting forlater denne maskinen.

subscribe-first = Abonner først hvis du vil se hendelsene fra denne testen: når en fil er sendt, kan Altinn Events i opptil en time huske at ingen abonnerte.

would-fetch-test = En fil som { $sender } har merket som test, hentes og sammenlignes med det som ble sendt.

would-fetch-chosen = Filen fra { $sender } som du valgte, hentes. Den trenger ikke være en test: se på navn, størrelse og alder.

would-fetch-and-confirm-test = En fil som { $sender } har merket som test, hentes, sammenlignes med det som ble sendt, og bekreftes. En bekreftelse kan ikke angres.

would-fetch-and-confirm-chosen = Filen fra { $sender } som du valgte, hentes og bekreftes, og en bekreftelse kan ikke angres. Den trenger ikke være en test: se på navn, størrelse og alder.

would-go-on-fetching = Hentingen av filen fra { $sender } begynte { $since }, og gjøres ferdig nå: programmet ble stanset før det hadde den.

would-confirm-fetched = Filen fra { $sender } ble hentet og sammenlignet { $since }. Det som gjenstår, er å bekrefte den, og en bekreftelse kan ikke angres.

would-note-fetched = Filen fra { $sender } ble hentet og sammenlignet { $since }. Det som gjenstår, er å notere det: den hentes ikke på nytt.

confirm-tells = Bekreftelsen forteller avsenderen at du har den, og lar Altinn slette den, vanligvis etter 2 timer.

already-confirmed = Du har bekreftet den før, så det er ingenting igjen å bekrefte.

would-not-confirm = Den bekreftes ikke: Altinn beholder den til den utløper. Avsenderen ser at en nedlasting har begynt.

now-called-receive-test = På en mottakers profil heter dette nå `{ $command }`. Det gjør det samme.

copy-removed = Kopien på denne maskinen fjernes så snart den er sammenlignet.

would-go-round = En fil merket som test går fra { $organisation } til seg selv: den sendes, hentes og sammenlignes. Ingen andre mottar den, og det som er sendt, kan ikke tas tilbake.

would-subscribe-all = Altinn sender alle hendelser om filene dine på { $resource } til webhooken din, med ett abonnement.

would-subscribe-types = Altinn sender disse hendelsene om filene dine på { $resource } til webhooken din, med ett abonnement for hver: { $types }.

webhook-must-answer = Altinn sender først en valideringshendelse. Webhooken må svare innen 45 sekunder med en status fra 200 til 299, uten viderekobling.

repeat-is-safe = Det er trygt å gjøre det igjen: et abonnement som finnes, beholdes, og et som ikke er validert, valideres på nytt.

would-register = { $system } blir systemet ditt, og det kan ikke gjøres om. Systemet kan slettes senere, men ID-en kan aldri brukes igjen.

register-gives-nothing = Det gir ingen tilgang ennå. En person hos { $organisation } må godkjenne en systembruker for det, og den ber du om etterpå.

would-keep-system = { $system } er allerede registrert med klienten din og denne ressursen. Det beholdes, og ingenting lages.

would-take-system = Klienten din { $client } er allerede på { $system }, og en klient kan bare være på ett system. Derfor blir { $system } systemet ditt her. Det har ikke { $resource } ennå: den legger du til etterpå.

or-new-client = Hvis { $system } hører til noe annet, gå tilbake, og lag en ny klient i selvbetjeningsportalen til dette.

would-ask-user = En person hos { $organisation } blir bedt om å la { $system } handle for { $organisation }.

only-with-answer = Ingenting endres før den personen sier ja. Til da kan du trekke forespørselen tilbake.

would-take-up-request = Forespørselen til { $organisation } er allerede sendt og venter på svar. Den tas opp igjen, og ingenting lages.

would-ask-after-no = Den forrige forespørselen til { $organisation } ble avvist. Den slettes, og en ny sendes. Snakk først med den som svarte.

would-ask-after-timeout = Den forrige forespørselen til { $organisation } har utløpt. Den slettes, og en ny sendes.

would-ask-after-gone = Den forrige forespørselen til { $organisation } ble godkjent, men systembrukeren er borte. Den slettes, og en ny sendes.

would-add-to-system = { $system } får det som mangler, og beholder alt det har. Det som er der nå, blir først tatt vare på i en fil.

users-need-asking = En systembruker som finnes allerede, får ikke en ny rettighet av seg selv: den som godkjenner, blir spurt om det.

system-made-elsewhere = Journalen på denne maskinen kjenner ikke { $system }: det ble registrert et annet sted.

would-ask-for-right = En person hos { $organisation } blir bedt om å gi systembrukeren { $resource } også.

request-made-elsewhere = Journalen på denne maskinen kjenner ikke forespørselen { $request }: den ble laget et annet sted.

would-register-owner = { $organisation } blir tjenesteeier i Formidling. Dette kan ikke gjøres om.

storage-is-made = Altinn lager så lagringsplassen din, og det tar noen minutter. Du kan gå mens det venter, og komme tilbake: ingenting gjøres to ganger.

would-keep-owner = Formidling kjenner deg som { $name } allerede, og lagringsplassen er klar. Det er ingenting å gjøre.

would-await-storage = Formidling kjenner deg som { $name } allerede. Det som gjenstår, er å vente på lagringsplassen.

would-configure = Etter dette tar Formidling imot filer for { $resource }. Det kan ikke gjøres om: Formidling kan ikke glemme en ressurs.

would-set-limits = Innstillingene for { $resource } i Formidling endres. De gjelder filoverføringer som lages etter dette.

settings-stay = En grense som først er gitt, kan endres, men aldri tas bort: standardgrensen i Formidling kommer ikke tilbake.

limit-needs-approval = I produksjon tar Formidling { $size } bare fra en ressurs som Altinn har godkjent for det.

would-keep-config = { $resource } er satt opp i Formidling slik du har oppgitt. Det er ingenting å gjøre.

config-made-elsewhere = Journalen på denne maskinen vet ikke hvem som satte opp { $resource } i Formidling: det er gjort et annet sted.

would-admit = Disse kommer på tilgangslisten til { $resource }: { $organisations }.

would-take-off = Disse tas av tilgangslisten til { $resource }, og mister tilgangen der den gjelder: { $organisations }.

would-make-list = Listen { $list } lages først.

would-connect-list = Listen { $list } kobles til { $resource }, for alle handlinger: et filter på handlinger ville holdt hendelser borte fra medlemmene.

would-widen-connection = I dag lar listen { $list } medlemmene bare { $actions }, og det holder hendelser borte fra dem. Etter dette gjelder den for alle handlinger.

also-on-list = Den som står på { $list }, kan også bruke disse ressursene, der listen gjelder: { $resources }.

list-takes-minutes = Det virker innen ti minutter.

list-not-enforced = Listen gjelder ikke ennå: alle virksomheter der noen med rett til å godkjenne sier ja, kan bruke { $resource }.

list-made-elsewhere = Journalen på denne maskinen kjenner ikke listen { $list }: den er laget et annet sted.

would-keep-list =
    { $count ->
        [one] Det er ingenting å gjøre: { $count } virksomhet står på listen { $list }. Si hvem som skal til eller fra, for å endre det.
       *[other] Det er ingenting å gjøre: { $count } virksomheter står på listen { $list }. Si hvem som skal til eller fra, for å endre det.
    }

would-restrict =
    { $count ->
        [one] Alle andre enn den { $count } virksomheten på listen mister tilgangen til { $resource }, innen ti minutter.
       *[other] Alle andre enn de { $count } virksomhetene på listene mister tilgangen til { $resource }, innen ti minutter.
    }

would-keep-restricted = Allerede nå kan bare de som står på tilgangslistene, bruke { $resource }. Det er ingenting å gjøre.

resource-made-elsewhere = Journalen på denne maskinen kjenner ikke { $resource }: den er publisert et annet sted, kanskje i Altinn Studio. Neste publisering derfra kan skrive over dette.

would-publish = Ressursregisteret får { $resource }. ID-en kan aldri brukes på en annen ressurs, heller ikke når denne er slettet.

would-publish-for-good = Ressursregisteret får { $resource } for godt: i produksjon kan en ressurs ikke slettes, bare endres.

would-change-resource = { $resource } endres i Ressursregisteret, slik det vises her. Alt annet blir som det er der.

would-keep-resource = { $resource } er publisert slik du har oppgitt. Det er ingenting å gjøre.

change-in-studio = Er den laget i Altinn Studio? Gjør da den samme endringen der, og publiser den. Det som skrives herfra, varer til Studio publiserer neste gang.

proposed-may-be-changed = Det som er merket som forslag, er laget av navnene på virksomheten og ressursen. Skriv teksten selv for å få en annen.

nobody-before-policy = Ingen kan bruke den før policyen er publisert, og det er det neste.

any-may-use = Alle virksomheter der noen med rett til å godkjenne sier ja, kan bruke { $resource }.

only-listed-may-use = Bare virksomheter på tilgangslisten din kan bruke { $resource }.

policy-stays-for-good = { $resource } får sin policy. Den kan byttes senere, men ikke fjernes.

would-replace-policy = Policyen for { $resource } byttes i sin helhet, slik det vises her. Det som er der, blir tatt vare på først.

would-keep-policy = Policyen for { $resource } er slik du har oppgitt. Det er ingenting å gjøre.

may-approve = Den som har en av disse i en virksomhet, kan godkjenne at den sender, mottar og abonnerer: { $approvers }.

owner-may-act-for-any = { $organisation } kan selv sende, motta og abonnere. Den som har denne regelen, kan da handle for enhver part.

owner-may-not-act = { $organisation } får selv ingen regel: virksomheten kan verken sende, motta eller abonnere.

restrict-afterwards = Noen kan bruke { $resource } allerede, så dette gjør ikke at listen gjelder. Det er det neste, og da mister alle andre tilgangen.

rules-in-studio = Er den laget i Altinn Studio? Skriv disse reglene der, under «Tilgangsregler», og publiser den. Det som skrives herfra, varer til Studio publiserer neste gang.

policy-made-elsewhere = Journalen på denne maskinen kjenner ikke policyen for { $resource }: den er skrevet et annet sted.

## Phases: when one begins, when it ends

looking-at-systems = Ser på systemene dine.

system-found = Klienten din er på { $system }.

system-id-free = { $system } er ledig.

registering = Registrerer { $system }.

registered = { $system } er registrert.

system-read = { $system } er lest.

adding-to-system = Legger til i { $system }.

added-to-system = { $system } har det som manglet.

looking-for-user = Ser etter en systembruker for { $organisation }.

user-found = Systembrukeren { $user } finnes.

request-found = Forespørselen { $request } finnes.

no-request-found = Ingen har bedt om den ennå.

deleting-request = Sletter forespørselen { $request }.

request-deleted = Forespørselen { $request } er slettet.

asking-user = Spør { $organisation }.

user-asked = Forespørselen { $request } er sendt.

getting-token = Ber om et token med { $scope }.

got-token = Et token med { $scope }.

reading-policy = Leser hvem policyen for { $resource } slipper inn.

speaks-for-itself = Policyen slipper virksomheten selv inn.

speaks-through-system-user = Systembrukeren handler for virksomheten.

preparing-file = Gjør klar filen.

file-ready = { $name } er klar, { $size }.

initializing = Oppretter filoverføringen.

initialized = Altinn venter på filoverføring { $transfer }.

uploading = Sender { $size }.

uploaded = Altinn har alle { $size }.

uploaded-after-breaks =
    { $breaks ->
        [one] Altinn har alle { $size }. Tilkoblingen falt ut én gang underveis, og ingenting gikk tapt.
       *[other] Altinn har alle { $size }. Tilkoblingen falt ut { $breaks } ganger underveis, og ingenting gikk tapt.
    }

looking-for-upload = Spør Altinn om opplastingen som var begynt.

taken-up = Filoverføring { $transfer } finnes og fortsetter.

upload-unknown = Altinn kjenner den ikke: den opprettes på nytt.

upload-lost = Filoverføring { $transfer } har feilet, og ingen kan se den: filen går i en ny.

fetched-before = Filen i filoverføring { $transfer } ble hentet og sammenlignet tidligere.

confirmed-before = Filen i filoverføring { $transfer } ble hentet og bekreftet tidligere.

awaiting-published = Altinn sjekker filen for skadevare.

published = Publisert: mottakeren kan hente den.

looking = Ser etter en merket test på { $resource }.

looking-at = Ser på filoverføring { $transfer }.

found = Fant filoverføring { $transfer } fra { $sender }.

not-there-yet = Den er ikke der ennå.

awaiting-file = Venter til den er der, men ikke lenger enn til { $until }.

proving-refusal = Prøver å hente den med retten til bare å sende.

refusal-proven = Avvist, som det skal være (HTTP { $status }): den som bare har lov til å sende, kan ikke hente.

downloading = Henter { $size }.

downloaded = Alle { $size } er her.

comparing = Sammenligner med det som ble sendt.

same-sha256 = Nøyaktig det som ble sendt (SHA-256).

same-md5 = Nøyaktig det som ble sendt (MD5).

not-compared = Ikke sammenlignet: avsenderen oppga ingen SHA-256, og Altinn ingen MD5. Størrelsen stemmer.

confirming = Bekrefter.

confirmed = Bekreftet: avsenderen kan se at du har den.

listing = Ser på abonnementene du har.

listed =
    { $count ->
        [one] Så { $count } abonnement.
       *[other] Så { $count } abonnementer.
    }

subscribing = Abonnerer på alle typer.

subscribing-type = Abonnerer på { $event_type }.

subscribed = Abonnement { $subscription } er laget.

subscription-kept = Abonnement { $subscription } finnes allerede og beholdes.

subscription-found = Abonnement { $subscription } finnes allerede og brukes. Dette programmet laget det ikke.

kept-by-other = Abonnement { $subscription } hos { $identity } gjør det samme og beholdes: et til ville levere hver hendelse to ganger.

awaiting-validation = Altinn ber { $endpoint } om et svar.

validated = Abonnement { $subscription } er validert.

looking-at-owner = Spør Formidling om den kjenner deg.

owner-found = Formidling kjenner deg som { $name }.

owner-unknown = Formidling kjenner deg ikke ennå.

registering-owner = Registrerer { $name }.

owner-registered = { $name } er registrert.

awaiting-storage = Venter på lagringsplassen, og det tar noen minutter.

storage-ready = Lagringsplassen er klar.

reading-config = Spør Formidling hva den vet om { $resource }.

config-read = Innstillingene for { $resource } i Formidling er lest.

configuring-resource = Setter opp { $resource } i Formidling.

resource-configured = { $resource } er satt opp i Formidling.

reading-list = Leser tilgangslisten.

list-read =
    { $count ->
        [one] { $count } virksomhet står på { $list }.
       *[other] { $count } virksomheter står på { $list }.
    }

making-list = Lager listen { $list }.

list-made = Listen { $list } er laget.

connecting-list = Kobler listen { $list } til ressursen.

list-connected = Listen { $list } er koblet til ressursen.

adding-members =
    { $count ->
        [one] Legger til { $count } virksomhet.
       *[other] Legger til { $count } virksomheter.
    }

members-added =
    { $count ->
        [one] { $count } virksomhet er lagt til.
       *[other] { $count } virksomheter er lagt til.
    }

removing-members =
    { $count ->
        [one] Tar bort { $count } virksomhet.
       *[other] Tar bort { $count } virksomheter.
    }

members-removed =
    { $count ->
        [one] { $count } virksomhet er tatt bort.
       *[other] { $count } virksomheter er tatt bort.
    }

reading-resource = Leser { $resource }.

resource-read = { $resource } er lest.

restricting-resource = Sier til Ressursregisteret at listen gjelder.

resource-restricted = Listen gjelder for { $resource }.

publishing-resource = Publiserer { $resource }.

resource-published = { $resource } er publisert.

policy-read = Policyen for { $resource } er lest.

publishing-policy = Publiserer policyen for { $resource }.

policy-published = Policyen for { $resource } er publisert.

## Outcomes

sent = Filoverføring { $transfer } er publisert for { $recipients }.

recipient-next = Nå henter og bekrefter mottakeren den, på sin egen profil med `{ $command }`. Ditt eget steg er bevist uten det.

stays-until = Den ligger hos Altinn til mottakeren har bekreftet den, og som standard to timer til, men ikke lenger enn til { $until }. Ingen kan trekke den tilbake.

fetched = Filoverføring { $transfer } fra { $sender } er hentet, sammenlignet og bekreftet.

fetched-unconfirmed = Filoverføring { $transfer } fra { $sender } er hentet og sammenlignet. Den er ikke bekreftet, og Altinn beholder den til den utløper.
    .fix = Gjør dette igjen uten `--no-confirm` for å bekrefte den.

went-round = Filoverføring { $transfer } gikk hele veien rundt: sendt, publisert, hentet, sammenlignet og bekreftet.

went-round-unconfirmed = Filoverføring { $transfer } er sendt, publisert, hentet og sammenlignet. Den er ikke bekreftet.
    .fix = Gjør dette igjen uten `--no-confirm` for hele runden.

subscriptions-stand = Validert: hendelsene går til { $endpoint }. Abonnement: { $subscriptions }.

test-to-hear-of =
    { $role ->
        [recipient] Be nå en avsender om en testfil: den første hendelsen om den beviser at hendelsene når deg.
       *[other] Send nå en testfil: den første hendelsen om den beviser at hendelsene når deg.
    }

test-once-more = Filer ble sendt før dette abonnementet. Altinn Events kan i opptil en time huske at ingen abonnerte, og sender ingenting så lenge.
    .fix =
        { $role ->
            [recipient] Be avsenderen om én test til nå. Kommer det ingen hendelse, be om en ny om en time.
           *[other] Send én test til nå. Kommer det ingen hendelse, send en ny om en time.
        }

system-stands = { $system } er systemet ditt, med klienten din og denne ressursen.

ask-user-next = Nå kommer systembrukeren: en person må godkjenne den én gang.
    .fix = Be om systembrukeren.

system-taken = { $system } er systemet ditt.

add-resource-next = Det har ikke { $resource } ennå.
    .fix = Legg ressursen til i systemet.

kept-in-file = Det som var der før, er tatt vare på i { $path }. `broker-setup undo { $entry }` setter det tilbake.

users-need-asking-next = En systembruker som finnes allerede, får ikke en ny rettighet av seg selv.
    .fix = Finnes den, be om den nye rettigheten. Finnes den ikke, be om systembrukeren.

user-has-right = Systembrukeren til { $organisation } har allerede fått { $resource }. Du trenger ikke be om noe.

user-there = En systembruker handler allerede for { $organisation }. Du trenger ikke be om noe.

request-stands = Forespørselen til { $organisation } venter på svar.

approve-it-next = I et testmiljø godkjenner du den som regel selv.
    .fix = Åpne lenken, logg inn med TestID som daglig leder i { $organisation }, og godkjenn. Det virker med en gang.

approver-opens-next = En person med rollen Tilgangsstyrer hos { $organisation } må åpne lenken og godkjenne.
    .fix = Send lenken til den personen. Ifølge dokumentasjonen til Altinn kan forespørselen godkjennes i ti dager. Steget ditt er ferdig når det er gjort.

owner-stands = Formidling kjenner deg som tjenesteeieren { $name }.

configure-next = Lagringsplassen er klar.
    .fix = Sett opp ressursen i Formidling nå.

storage-still-made = Altinn lager fortsatt lagringsplassen din.
    .fix = Gjør dette igjen om noen minutter, eller gå videre med ressursen: det vises når lagringsplassen er klar.

config-stands = { $resource } er satt opp i Formidling slik du har oppgitt.

list-stands =
    { $count ->
        [one] { $count } virksomhet står på listen { $list }. En endring virker innen ti minutter.
       *[other] { $count } virksomheter står på listen { $list }. En endring virker innen ti minutter.
    }

restrict-next = Listen gjelder ikke ennå: alle virksomheter der noen med rett til å godkjenne sier ja, kan bruke { $resource }.
    .fix = Slipp bare inn dem på listen når alle du vil ha med, står der.

restriction-stands = Bare de som står på tilgangslistene, kan bruke { $resource }. Det virker innen ti minutter.

resource-stands = { $resource } er i Ressursregisteret slik du har oppgitt.

policy-next = Ingen kan bruke ressursen ennå: den har ingen policy.
    .fix = Publiser policyen nå.

policy-stands = { $resource } har policyen slik du har oppgitt.

policy-takes-minutes = Det virker innen ti minutter.

## What stops any deed: answers

field-missing = Svaret på { $field } mangler.
    .fix = Fyll inn { $field }, og gjør dette igjen.

not-for-role =
    { $role ->
        [sender] En avsender gjør ikke dette.
        [recipient] En mottaker gjør ikke dette.
       *[other] En tjenesteeier gjør ikke dette.
    }
    .fix = Kjør `broker-setup status`: den sier hva som er det neste for deg.

run-by-vendor = Leverandøren drifter systemet, så leverandøren gjør dette.
    .fix = Be leverandøren sende testen og sette opp hendelsene.

key-unusable = Den private nøkkelen kan ikke leses, så ingenting ble spurt om.
    .fix = Sjekk nøkkelen på nytt, i steg 2: sjekken sier hva som er galt med nøkkelen.

## What stops any deed: tokens

scope-not-on-client = Klienten har ikke { $scope }.
    .fix = Legg til { $scope } på klienten i selvbetjeningsportalen for Maskinporten, under «Scopes». Det virker innen få minutter. Får du ikke velge det der, har Altinn ikke gitt det ennå.

scope-not-for-maskinporten = Klienten er av en type som ikke kan ha { $scope }.
    .fix = Lag en klient av typen Maskinporten i selvbetjeningsportalen, og bruk ID-en til den her.

scope-not-granted = Altinn har ikke gitt { $scope } til eieren av klienten.
    .fix = Be Altinn Servicedesk om { $scope }: servicedesk@altinn.no. Svaret tar noen virkedager.

scope-not-delegated = Kunden har ikke delegert { $scope } til eieren av klienten.
    .fix = Be kunden delegere API-et i Altinn, i akkurat dette miljøet.

no-system-user = Maskinporten kjenner ingen systembruker som lar denne klienten handle for { $organisation }.
    .fix = Kjør sjekkene i steg 3. Oftest er forespørselen ikke godkjent ennå, klient-ID-en mangler på systemet, eller den eksterne referansen er en annen.

grant-refused = Maskinporten gir ikke tokenet: { $text }
    .fix = Kjør sjekkene i steg 2: de sier hvilket svar som er feil.

exchange-refused = Altinn bytter ikke tokenet mot sitt eget: { $text }
    .fix = Kjør sjekkene i steg 2, og sammenlign miljøet til klienten med miljøet i profilen.

## What stops any deed: the network and the gateway

no-answer = { $host } svarer ikke.
    .fix = Sjekk nettverket, og kjør sjekken `key.reach`. Det som var gjort til da, er tatt vare på.

proxy-holds-up = Proxyen { $proxy } slipper ikke programmet gjennom til { $host }.
    .fix = Kjør sjekken `key.reach`: den sier hva proxyen vil ha. Altinn er ikke spurt, og det som var gjort til da, er tatt vare på.

proxy-unreadable = { $variable } nevner en proxy, men kan ikke leses. Ingenting ble sendt, verken med eller uten proxyen.
    .fix = Kjør sjekken `key.reach`: den sier hva som må skrives på en annen måte.

certificates-unusable = Sertifikatene du vil stole på, kan ikke leses fra { $path }. Ingenting ble sendt.
    .fix = Kjør sjekken `key.reach`: den sier hva som er galt med filen.

foreign-answer =
    { $found ->
        [web-page] En nettside svarer i stedet for { $host }.
        [log-in] En proxy som ingen innstilling oppgir, svarer i stedet for { $host } og ber om innlogging.
        [redirect] { $host } sender programmet et annet sted, og det gjør ingen av tjenestene til Altinn.
        [too-large] Svaret fra { $host } er altfor stort til å komme fra en av tjenestene til Altinn.
        [unreadable] Svaret fra { $host } kan ikke leses: Det slutter for tidlig, eller er endret på veien.
       *[untold] Noe annet enn Altinn svarer for { $host }.
    }
    .fix =
        { $found ->
            [web-page] Åpne { $host } i en nettleser på denne maskinen for å se hvem som svarer, og be nettverksansvarlig om å slippe programmet gjennom.
            [log-in] Be nettverksansvarlig om adressen til proxyen, og sett HTTPS_PROXY til den.
            [unreadable] Gjør dette en gang til. Blir det ikke bedre, spør nettverksansvarlig hva som endrer svar på veien.
           *[untold] Be nettverksansvarlig om å la denne maskinen nå { $host } direkte.
        }

service-trouble = En tjeneste hos Altinn eller Digdir har egne problemer og svarer med status { $status }.
    .fix = Det er ingenting galt hos deg. Gjør dette igjen om noen minutter. Blir det ikke bedre, send koden og tidspunktet til servicedesk@altinn.no.

too-often = { $host } er spurt for ofte. Neste kall kan gjøres { $until }.
    .fix = Gjør dette igjen etter { $until }.

not-our-host = { $host } er ikke en vert i dette miljøet, så ingenting ble sendt dit.
    .fix = Sammenlign adressene i profilen med adressene til miljøet.

stopped-here = Denne maskinen stoppet det: { $reason }
    .fix = Sjekk disken og filen, og gjør dette igjen.

gateway-key-missing = Gatewayen ber om en API-nøkkel, men ingen er oppgitt.
    .fix = Fyll inn API-nøkkelen i steg 1.

gateway-key-invalid = Gatewayen kjenner ikke API-nøkkelen.
    .fix = Kjør sjekken `key.gateway`: den skiller en feil nøkkel fra en fra et annet miljø.

token-not-taken = Tjenesten godtar ikke tokenet. Det kan ha utløpt, eller klokkene går ulikt.
    .fix = Kjør sjekkene `key.clock` og `client.exchange`, og gjør dette igjen.

scope-missing = Tokenet mangler { $scope }.
    .fix = Legg til { $scope } på klienten i selvbetjeningsportalen for Maskinporten, under «Scopes», og gjør dette igjen.

refused = Altinn avviser med status { $status }: { $text }
    .fix = Kjør sjekkene: de vurderer det Altinn sier. Blir det ikke bedre, send koden og tidspunktet til servicedesk@altinn.no.

## What stops a test transfer

no-access = Formidling lar ikke { $organisation } bruke { $resource }.
    .fix =
        { $role ->
            [service-owner] Kjør sjekkene i steg 3. Vent ti minutter etter en endring. Går de gjennom, er virksomheten din utelatt fra policyen eller tilgangslisten til ressursen.
           *[other] Kjør sjekkene i steg 3. Vent ti minutter etter en endring. Går de gjennom, spør tjenesteeieren: ressursen er ikke satt opp i Formidling, eller du er utelatt fra policyen eller tilgangslisten.
        }

resource-unsound = { $resource } er ikke en ressurs i Altinn med en tjenesteeier bak seg.
    .fix =
        { $role ->
            [service-owner] Publiser ressursen på nytt i Altinn Studio, i dette miljøet, med eieren fylt inn.
           *[other] Be tjenesteeieren publisere ressursen på nytt, i dette miljøet, med eieren fylt inn.
        }

owner-not-in-broker = Eieren av { $resource } er ikke satt opp i Formidling.
    .fix =
        { $role ->
            [service-owner] Registrer virksomheten din som tjenesteeier i Formidling, og sett så opp ressursen der.
           *[other] Be tjenesteeieren registrere seg i Formidling, og så sette opp ressursen der.
        }

storage-not-ready = Altinn lager fremdeles lagringsplassen til tjenesteeieren. Ingen filoverføring ble laget.
    .fix =
        { $role ->
            [service-owner] Gjør dette igjen om noen minutter. Sjekken `access.service-owner` viser når lagringsplassen er klar.
           *[other] Gjør dette igjen om noen minutter.
        }

recipient-not-on-list = { $resource } har en tilgangsliste, men ikke alle av { $recipients } står på den.
    .fix =
        { $role ->
            [service-owner] Legg hver mottaker til på tilgangslisten. Det virker innen ti minutter.
           *[other] Be tjenesteeieren legge hver mottaker til på tilgangslisten. Det virker innen ti minutter.
        }

required-party-missing = { $resource } krever at tjenesteeieren er med i hver filoverføring, som avsender eller som mottaker.
    .fix =
        { $role ->
            [service-owner] Velg din egen virksomhet som mottaker av testen.
           *[other] Velg tjenesteeieren som mottaker av testen.
        }

one-recipient-only = { $resource } tar bare én mottaker, tjenesteeieren.
    .fix =
        { $role ->
            [service-owner] Velg din egen virksomhet som eneste mottaker av testen.
           *[other] Velg tjenesteeieren som eneste mottaker av testen.
        }

file-missing = Det finnes ingen fil { $path }.
    .fix = Velg en annen fil, eller ingen: da lages det en fil på 64 KiB.

file-not-regular = { $path } er ikke en fil som kan sendes.
    .fix = Velg en fil. En mappe må først pakkes til én fil.

file-unreadable = { $path } kan ikke leses: { $reason }
    .fix = Gi deg selv lesetilgang til filen, eller velg en annen.

file-too-large = { $name } har { $size }, som er mer enn ressursen tar. Har ikke tjenesteeieren satt en egen grense, er den 50 GB.
    .fix = Velg en mindre fil, eller ingen: da lages det en fil på 64 KiB.

file-changed-meanwhile = { $name } ble endret mens den ble sendt, så resten ble ikke sendt.
    .fix = Gjør dette igjen når ingenting skriver til den lenger: da begynner en ny filoverføring.

upload-broke-off = Tilkoblingen til Altinn er nede, og noe av { $name } ({ $size }) er ikke sendt ennå.
    .fix = Gjør dette igjen når den er tilbake, innen et døgn: opplastingen fortsetter der den var.

upload-expired = Altinn har ryddet bort det som var sendt av filoverføring { $transfer }: en uferdig opplasting beholdes i et døgn.
    .fix = Gjør dette igjen: da begynner en ny filoverføring.

file-name-too-long = Navnet på filen er lengre enn de 255 tegnene Formidling tar: { $name }
    .fix = Gi filen et annet navn, og gjør dette igjen.

disk-full = Det er ikke mer plass på disken til filen. Det som var skrevet av den, er slettet.
    .fix = Gi plass i mappen for midlertidige filer, eller oppgi en annen i TMPDIR. Gjør så dette igjen.

file-larger-than-told = Det kommer mer fra { $host } enn de { $size } som var varslet. Nedlastingen ble stoppet, og det som var kommet, er slettet.
    .fix = Gjør dette igjen. Skjer det to ganger, er det noe på veien som endrer filen: kjør sjekken `key.reach`, som sier hva som svarer.

file-stood-still = Filen sto stille: ikke en byte gikk til eller kom fra { $host } på { $seconds } sekunder. Det som var lastet ned, er slettet.
    .fix = Sjekk nettverket, og gjør dette igjen.

file-too-slow = Filen går for sakte: mindre enn { $size } gikk til eller kom fra { $host } på { $seconds } sekunder. Den ble stoppet, og det som var lastet ned, er slettet.
    .fix = Gjør dette igjen fra et raskere nettverk. Er nettverket raskt, spør nettverksansvarlig hva som bremser veien til { $host }.

file-took-too-long = Filen var fremdeles på vei til eller fra { $host } etter { $hours } timer, så den ble stoppet. Det som var lastet ned, er slettet.
    .fix = Gjør dette igjen fra et raskere nettverk, eller med en mindre fil.

disk-refused = Mappen for midlertidige filer sier nei: { $reason }
    .fix = Gi plass i mappen for midlertidige filer, eller oppgi en annen i TMPDIR.

checksum-refused = Filen kom ikke til Altinn slik den var: sjekksummen er en annen. Filoverføring { $transfer } har feilet og kan ikke brukes igjen.
    .fix = Send testen på nytt. Skjer det to ganger, er det noe på veien som endrer filen, eller filen selv endrer seg mens den sendes.

transfer-started = Filoverføring { $transfer } er lastet opp før.
    .fix = Send testen på nytt: da lages en ny filoverføring.

transfer-failed = Filoverføring { $transfer } har feilet: { $text }
    .fix =
        { $role ->
            [recipient] Be avsenderen om en ny test: en filoverføring som har feilet, kan ikke brukes mer.
           *[other] Send testen på nytt: en filoverføring som har feilet, kan ikke brukes mer.
        }

scan-found-malware = Altinn fant skadevare i filen. Filoverføring { $transfer } har feilet, og filen er slettet der.
    .fix = Send en annen fil, eller ingen: da lages det en fil på 64 KiB. Sjekk din egen fil med din egen virusskanning.

not-published-yet = Filoverføring { $transfer } er ikke publisert etter to minutter. Altinn arbeider videre med den, og ingenting er tapt.
    .fix = Kjør sjekken `integrate.transfer` om noen minutter.

transfer-unknown = Formidling kjenner ingen filoverføring { $transfer }.
    .fix = Sammenlign ID-en og miljøet. En filoverføring i test er ikke kjent i produksjon.

transfer-not-ready = Filoverføring { $transfer } kan ikke hentes ennå: { $text }
    .fix = Gjør dette igjen når avsenderen har sendt filen og Altinn har publisert den.

transfer-gone = Filen i filoverføring { $transfer } er slettet: alle har bekreftet den, eller den er utløpt.
    .fix =
        { $role ->
            [sender] Send en ny.
           *[other] Be avsenderen sende en ny.
        }

not-marked = Filoverføring { $transfer } er ikke merket som test, så den er ikke rørt.
    .fix = Velg den med `--transfer { $transfer }` hvis det virkelig er den du mener: bekreftelsen forteller avsenderen at du har den.

not-for-us = { $organisation } er ikke blant mottakerne av filoverføring { $transfer }, så den er ikke rørt.
    .fix = Be avsenderen oppgi { $organisation } som mottaker.

refusal-only-in-sandbox = Avvisningen bevises bare i sandkassen. I Altinn selv ville en nedlasting som slipper gjennom, gjøre deg til enda en mottaker av filen.
    .fix = Utelat `--prove-refusal`, eller gjør dette på en profil i sandkassen.

refusal-is-of-sender = Det som bevises avvist, er det en avsender ikke har lov til, så det hører til en avsenders profil.
    .fix = Utelat `--prove-refusal`.

not-refused = Filoverføring { $transfer } kunne hentes med retten til bare å sende, og det skal ikke gå.
    .fix = Se på policyen og på scopene i tokenet: broker.read skal ikke være blant dem.

none-waiting = Ingen merket test venter på { $organisation } i { $resource }.
    .fix = Be avsenderen kjøre `{ $command }` med { $organisation } som mottaker. Uten broker-setup sender avsenderen en fil der sendersFileTransferReference begynner med `broker-setup-test-`, og der propertyList har `broker-setup` = `test`.

only-unmarked =
    { $count ->
        [one] { $count } fil venter på { $organisation } i { $resource } uten å være merket som test. Ingenting er rørt.
       *[other] { $count } filer venter på { $organisation } i { $resource } uten å være merket som test. Ingenting er rørt.
    }
    .fix = Be avsenderen kjøre `{ $command }` med { $organisation } som mottaker. Uten broker-setup sender avsenderen en fil der sendersFileTransferReference begynner med `broker-setup-test-`, og der propertyList har `broker-setup` = `test`. Vil du ta en av dem som venter, velg den med `--transfer ID`.

content-differs = Det som kom, er ikke det som ble sendt: innholdet i filoverføring { $transfer } er et annet. Den er ikke bekreftet.
    .fix =
        { $role ->
            [service-owner] Gjør dette igjen. Blir det ulikt igjen, er det noe på veien som endrer filen.
           *[other] Gjør dette igjen. Blir det ulikt igjen, spør avsenderen hvilken fil som ble sendt.
        }

not-confirmed = Filoverføring { $transfer } er hentet, men Altinn viser den ikke som bekreftet: { $text }
    .fix = Gjør dette igjen: det gjør ingenting å hente og bekrefte to ganger.

ask-sender-and-recipient = Policyen for { $resource } lar ikke eieren selv sende og motta, og ingen systembruker er oppgitt.
    .fix = Be en avsender og en mottaker sende en test seg imellom. Eller legg til en regel i policyen for din egen virksomhet, med read og write, og publiser den.

## What stops a subscription

endpoint-not-taken = Altinn godtar ikke { $endpoint } som webhook: det må være en hel adresse som begynner med https.
    .fix = Fyll inn en https-adresse som Altinn kan nå fra internett.

endpoint-unreadable = { $endpoint } er ikke en nettadresse.
    .fix = Fyll inn adressen til webhooken på nytt.

subscribe-not-allowed = Policyen for { $resource } lar ikke { $organisation } abonnere.
    .fix =
        { $role ->
            [service-owner] Legg til handlingen subscribe i reglene i policyen for dem som skal abonnere, og publiser den. Vent ti minutter.
           *[other] Be tjenesteeieren legge til handlingen subscribe i reglene for dem som sender og mottar, og publisere policyen. Få så rettighetene til systembrukeren godkjent på nytt. Vent ti minutter.
        }

filter-refused = Altinn Events godtar ikke abonnementet: { $text }
    .fix = Kjør sjekken `events.subscription`. Sier den ikke noe annet, send teksten og tidspunktet til servicedesk@altinn.no.

owned-by-other = Abonnement { $subscription } tilhører den andre identiteten din, { $identity }, og er ikke validert. Et til ville levere hver hendelse to ganger, så det ble ikke laget noe.
    .fix = Slett det, eller lag det samme abonnementet på nytt, med et token for { $identity }. Gjør så dette igjen.

not-validated-yet = Abonnement { $subscription } er laget, men { $endpoint } har ikke svart på valideringen fra Altinn ennå. Altinn prøver videre i omtrent åtte minutter, med lengre og lengre pauser.
    .fix = Sjekk at webhooken kan nås fra internett, og at den har et sertifikat fra en offentlig utsteder. Den må selv svare 200 på en POST, uten viderekobling eller innlogging. Gjør så dette igjen: da begynner valideringen på nytt.

## What stops a system or its user

system-of-other = { $system } tilhører ikke { $owner }, som eier klienten: ID-en til et system begynner med leverandørens organisasjonsnummer.
    .fix = La system-ID-en stå tom: en som passer, blir foreslått. Eller skriv hvem klienten tilhører, som eier av klienten.

client-in-other-system = Klienten din { $client } er på { $system }, ikke på { $answered }. En klient kan bare være på ett system.
    .fix = Skriv { $system } som system-ID. Hører det systemet til noe annet, lag en ny klient i selvbetjeningsportalen, og fyll inn ID-en til den her.

system-without-client = { $system } er allerede registrert, uten klienten din { $client }.
    .fix = Legg klienten til i systemet. Skal dette ha et eget system, la system-ID-en stå tom: en ledig blir foreslått.

system-id-used = { $system } er slettet en gang, og ID-en kan aldri brukes igjen.
    .fix = La system-ID-en stå tom: en ledig blir foreslått.

no-system-id-free = Alle ID-ene som ville blitt foreslått for systemet, er brukt opp.
    .fix = Skriv din egen system-ID: organisasjonsnummeret til eieren av klienten, en understrek og et navn.

no-system-yet = Klienten din { $client } er ikke på noe system ennå.
    .fix = Registrer systemet først.

system-not-there = { $system } er ikke registrert.
    .fix = Registrer systemet, eller la system-ID-en stå tom: ditt blir funnet.

system-not-from-here = { $system } ble ikke registrert fra denne maskinen, så ingenting er lagt til.
    .fix = Gjør dette igjen, og skriv ID-en til systemet hvis det er ditt å endre.

system-changed-since = { $system } er endret av noen andre i mellomtiden. Ingenting er endret nå.
    .fix = Gjør dette igjen: det viser hva som er der nå.

no-user-to-change = Det finnes ingen systembruker for { $organisation } ennå.
    .fix = Be om systembrukeren: den får rettigheten med en gang.

not-kept-first = Ingenting er endret, fordi det som er der nå, ikke kan tas vare på først: { $reason }
    .fix = Gi plass på disken, eller la brukeren din skrive i den mappen. Gjør så dette igjen.

request-not-ours = Forespørselen { $request } står i veien, og den ble ikke laget fra denne maskinen. Ingenting er slettet.
    .fix = Gjør dette igjen, og skriv ID-en til forespørselen hvis den kan slettes.

resource-of-other = { $resource } tilhører en annen virksomhet enn den som eier klienten.
    .fix = Bruk en klient fra virksomheten som eier ressursen, eller oppgi en av dine egne ressurser.

resource-not-there = Ressursregisteret har ikke { $resource }.
    .fix = Publiser ressursen først, i dette miljøet.

resource-not-from-here = { $resource } er ikke publisert fra denne maskinen, så ingenting er endret.
    .fix = Gjør dette igjen, og skriv ID-en til ressursen hvis den kan endres.

resource-changed-since = { $resource } er endret i mellomtiden, så ingenting er gjort.
    .fix = Gjør dette igjen: det viser det som er der nå.

resource-id-used = Ressursregisteret har hatt { $resource } før, og en ID kan aldri brukes igjen.
    .fix = Oppgi en annen ID for ressursen.

owner-not-listed = { $organisation } står ikke i Altinns liste over tjenesteeiere, og en ressurs må nevne eieren slik listen gjør.
    .fix = Be servicedesk@altinn.no om å sette virksomheten på listen over tjenesteeiere.

policy-not-from-here = Ressursen { $resource } eller policyen ble ikke publisert fra denne maskinen, så ingenting ble endret.
    .fix = Gjør dette igjen, og skriv ID-en til ressursen hvis policyen kan byttes.

policy-changed-since = Policyen for { $resource } er endret i mellomtiden, så ingenting ble gjort.
    .fix = Gjør dette igjen: det viser hva som er der nå.

config-not-from-here = { $resource } er ikke satt opp i Formidling fra denne maskinen, så ingenting er endret.
    .fix = Gjør dette igjen, og skriv ID-en til ressursen hvis innstillingene kan endres.

config-changed-since = Innstillingene for { $resource } i Formidling er endret i mellomtiden, så ingenting er gjort.
    .fix = Gjør dette igjen: det viser det som er der nå.

no-owner-code = Altinns liste over tjenesteeiere har ingen kode for { $organisation }, og tilgangslister ligger under den koden.
    .fix = Be servicedesk@altinn.no legge virksomheten din til på listen over tjenesteeiere.

several-lists = Flere lister er koblet til ressursen: { $lists }.
    .fix = Oppgi hvilken tilgangsliste det gjelder.

list-not-from-here = Listen { $list } er ikke laget fra denne maskinen, så ingenting er endret.
    .fix = Gjør dette igjen, og skriv ID-en til listen hvis den kan endres.

list-changed-since = Listen { $list } er endret i mellomtiden, så ingenting er gjort.
    .fix = Gjør dette igjen: det viser det som er der nå.

members-unknown = Altinn kjenner ikke { $organisations }. De andre står på listen.
    .fix = Sammenlign numrene. I test er bare syntetiske organisasjoner kjent, og tjenesteeierne selv.

nobody-on-list = Ingen står på en liste som er koblet til { $resource }, så ingen kunne brukt den.
    .fix = Slipp inn virksomhetene som skal bruke den, først.

## Taking back what a deed has made

would-delete-system = { $system } slettes, og det kan ikke gjøres om: ID-en kan aldri brukes igjen. Alle systembrukere til det slutter å virke.
deleting-system = Sletter { $system }.
system-gone = { $system } er slettet. ID-en kan aldri brukes igjen.

would-put-system-back = { $system } får tilbake det det hadde før. Det som bruker det som tas bort, slutter å virke.
putting-system-back = Setter { $system } tilbake.
system-put-back = { $system } er som det var.

kept-gone = Det som var der før, kan ikke leses fra { $path }. Ingenting er endret.
    .fix = Legg filen tilbake der den var, eller endre systemet der det vedlikeholdes.

would-withdraw = Forespørselen { $request } trekkes tilbake. Lenken slutter å virke.
withdrawing = Trekker tilbake forespørselen { $request }.
withdrawn = Forespørselen { $request } er trukket tilbake.

request-accepted = Forespørselen er allerede godkjent, så den kan ikke trekkes tilbake.
    .fix = Be tilgangsstyreren hos { $organisation } slette systembrukeren i Altinn, hvis den skal bort.


would-unsubscribe = Abonnement { $subscription } fjernes. Altinn kan fortsette å sende hendelser til webhooken i en time.
events-between-are-gone = Det kan lages på nytt, og får da et annet nummer. Altinn sender ikke det som skjedde imens.
subscription-made-elsewhere = Dette programmet laget ikke abonnement { $subscription }. Det leder til { $endpoint }, der noen kanskje venter på hendelsene.
    .fix = Spør den som bruker { $endpoint }. Skriv så nummeret, eller oppgi det med --confirm-id.
would-subscribe-again = Det samme abonnementet lages på nytt, for { $endpoint }. Det får et annet nummer.
no-subscription = Det finnes ikke noe abonnement å fjerne.
    .fix = Se med sjekken events.subscription hvilken identitet abonnementene dine tilhører, hvis du ventet et.
subscription-unknown = Det finnes ikke noe abonnement { $subscription }. De som finnes: { $known }.
    .fix = Oppgi ett av dem med --subscription.
subscriptions-several = Dette programmet laget ingen av abonnementene som finnes: { $known }.
    .fix = Oppgi det som skal bort, med --subscription.
unsubscribing = Fjerner abonnementet
unsubscribed = Abonnement { $subscription } er borte. Altinn kan fortsette å sende hendelser til webhooken i en time.

cannot-be-undone = Ingenting kan ta dette tilbake.
    .fix = Les i journalen hva som ble laget, og hvor det ligger.
undone-already = { $made } er tatt tilbake før.

journal-not-kept = Ingenting ble gjort, fordi journalen ikke kan skrives: { $reason }
    .fix = Gi plass på disken, eller la brukeren din skrive i den mappen. Gjør så dette igjen.

would-put-config-back = { $resource } får tilbake det den hadde i Formidling før.

some-settings-stay = Det som ikke hadde noen grense før, beholder den det fikk: Formidling kan ikke ta den bort.

config-put-back = { $resource } har de tidligere innstillingene i Formidling.

would-put-list-back = De som kom på { $list }, tas bort, og de som ble tatt bort, kommer tilbake. Der listen gjelder, mister de som tas bort, tilgangen.

list-goes-if-empty = Listen { $list } slettes hvis ingen står igjen på den.

putting-list-back = Setter { $list } tilbake.

list-put-back = { $list } er som før, bortsett fra det andre har endret.

would-lift-restriction = Alle virksomheter der noen med rett til å godkjenne sier ja, kan bruke { $resource } igjen.

lifting-restriction = Sier til Ressursregisteret at listen ikke gjelder.

restriction-lifted = Alle virksomheter der noen med rett til å godkjenne sier ja, kan bruke { $resource } igjen, innen ti minutter.

would-delete-resource = { $resource } slettes, med policyen, og det kan ikke gjøres om: ID-en kan aldri brukes igjen. Ingen kan bruke ressursen fra da av.
would-put-resource-back = { $resource } får tilbake det som sto i Ressursregisteret før, slik det vises her.
putting-resource-back = Setter { $resource } tilbake.
resource-deleted = { $resource } er slettet. ID-en kan aldri brukes igjen.
resource-put-back = { $resource } er som den var.
would-put-policy-back = { $resource } får tilbake policyen som den hadde før, slik det vises her. Den som bare har rettigheter etter policyen som gjelder i dag, mister dem.
putting-policy-back = Setter policyen for { $resource } tilbake.
policy-put-back = Policyen for { $resource } er som den var.

## Labels of the preview's rows

preview-portal = portal
preview-resource = ressurs
preview-from = fra
preview-to = til
preview-file = fil
preview-path = ligger i
preview-size = størrelse
preview-mark = merke
preview-transfer = filoverføring
preview-reference = avsenderens referanse
preview-sent = sendt
preview-webhook = webhook
preview-resource-filter = ressurs
preview-subject-filter = part
preview-type-filter = typer
preview-system = system
preview-name = navn
preview-vendor = registrert av
preview-right = rettighet
preview-client = klient
preview-party = for
preview-system-user = systembruker
preview-external-ref = referanse
preview-owner = tjenesteeier
preview-largest-file = største fil
preview-kept-for = filer ligger i
preview-kept-after-all = ligger etter siste henting
preview-one-side-always = den ene parten er alltid
preview-list = tilgangsliste
preview-admitted = på listen
preview-title-nb = tittel
preview-title-nn = tittel på nynorsk
preview-title-en = tittel på engelsk
preview-description-nb = beskrivelse
preview-description-nn = beskrivelse på nynorsk
preview-description-en = beskrivelse på engelsk
preview-right-nb = gir rett til
preview-right-nn = det samme på nynorsk
preview-right-en = det samme på engelsk
preview-owner-name = kalt
preview-contact = kontakt
preview-may-approve = kan godkjenne
preview-acts-itself = handler selv

## What becomes of the parts of a thing that is replaced

preview-change-stays = blir
preview-change-stays-until = blir, til { $until }
preview-change-added = ny
preview-change-added-until = ny, til { $until }
preview-change-goes = fjernes
preview-change-goes-until = fjernes, var gyldig til { $until }

## Keys

would-make-test-key = En ny nøkkel (RSA, 2048 bit) lages på denne maskinen, for test. Du kan slutte å bruke den etterpå.
would-make-production-key = En ny nøkkel (RSA, 2048 bit) lages på denne maskinen, for produksjon. Du kan slutte å bruke den etterpå.
would-take-up-key = Nøkkelen { $kid } ble laget før, og ingenting signerer med den ennå. Den tas i bruk; ingen ny lages.
key-stays-here = Den private nøkkelen ligger i { $folder } og ingen andre steder. Bare brukeren din kan lese den, og ingen kan gjenopprette den.
key-is-not-the-programs = Den er for dette programmet. Programmet som skal sende eller motta for virksomheten, får en egen nøkkel senere, ved siden av denne.
making-key = Lager nøkkelen
made-key = Nøkkelen { $kid } er laget
key-lies = Nøkkelen { $kid } ligger i { $path }. Det finnes ingen annen kopi av den.
public-key-is-saved = Det er den offentlige halvdelen, i den formen selvbetjeningsportalen godtar. Den er lagret ved siden av den private nøkkelen som JWK, JWKS og PEM.
    .fix = Lag klienten i selvbetjeningsportalen, eller åpne den du har. Legg nøkkelen til der, i nøkkelseksjonen.
public-key-is = { $jwks }
would-let-go-of-key = Denne tilkoblingen signerer ikke lenger med { $kid }. Filene til nøkkelen blir der de er: { $path }
let-go-of-key = Denne tilkoblingen signerer ikke lenger med { $kid }. Filene til nøkkelen ble der de var.
post-by-hand = Legg til denne nøkkelen på klienten i selvbetjeningsportalen: åpne klienten, og finn nøkkelseksjonen på siden til den.
post-by-hand-then = Gå videre når den er der. Da lagres dagen i dag som dagen nøkkelen lever ett år fra. Ingenting forlater denne maskinen.
posted-by-hand = Nøkkelen { $kid } ble lagt til { $day }: Maskinporten godtar den i ett år fra da.
would-post-key = Den offentlige nøkkelen { $kid } legges til på klient { $client }, ved siden av dem som er der. Det kan tas tilbake.
key-would-go = Nøkkelen { $kid } fjernes, fordi en klient har høyst fem nøkler. Den som signerer med den, får ikke lenger token.
list-is-kept = Listen over nøkler slik den er nå, tas vare på i nøkkelmappen, og journalen sier hvordan den legges tilbake.
key-is-on-client = Nøkkelen { $kid } er på klient { $client } allerede.
reading-keys = Leser nøklene til klienten
read-keys =
    { $count ->
        [one] Klienten har { $count } nøkkel
       *[other] Klienten har { $count } nøkler
    }
replacing-keys = Bytter listen over nøkler, og leser den igjen
keys-replaced = Klient { $client } har den nye listen over nøkler
key-posted = Nøkkelen { $kid } er på klient { $client }. Det virker innen ti minutter.
key-ends = Nøkkelen { $kid } utløper { $after }.
key-end-moved = Nøkkelen { $kid } skulle utløpe { $before }, og utløper { $after } nå.
keys-kept = Listen over nøkler som var der før, ligger i { $path }. Dette legger den tilbake: broker-setup undo { $entry }
would-put-keys-back = Endringen på klient { $client } tas tilbake. Nøkkelen som ble lagt til, fjernes, og en som måtte vike for den, kommer tilbake. Den som signerer med nøkkelen som fjernes, får ikke lenger token.
keys-put-back = Nøklene til klient { $client } er som de var før.
would-rotate-key = En ny nøkkel lages og legges ved siden av { $kid }. Den brukes når Maskinporten godtar den. Den gamle er fortsatt gyldig: vil du gå tilbake, oppgir du stien og nøkkel-ID-en til den igjen.
would-go-on-with-key = Den nye nøkkelen { $kid } ble laget før, og er ikke i bruk ennå. Det fortsetter med den.
rotate-by-hand = Du legger selv til den offentlige halvdelen i selvbetjeningsportalen. Første gang stopper programmet der, og sier hvor filen ligger.
proving-key = Ber Maskinporten om et token med { $kid }
key-proven = Maskinporten godtar { $kid }
key-rotated = Fra nå av signerer { $kid } her. Den gamle nøkkelen { $old } er fortsatt gyldig.
    .fix = Når ingenting signerer med { $old } lenger, fjern den fra klienten.
would-retire-key = Nøkkelen { $kid } fjernes fra klient { $client }: den som signerer med den, får ikke lenger token. Den kan legges tilbake.
key-retired = Nøkkelen { $kid } er fjernet fra klient { $client }.
kid-taken = En annen nøkkel på klienten har nøkkel-ID-en { $kid }.
    .fix = Lag en ny nøkkel: den får en egen nøkkel-ID.
kid-not-on-client = Klienten har ingen nøkkel { $kid }. Den har: { $kids }
    .fix = Oppgi en av disse med `--kid`.
key-signs-here = Nøkkelen { $kid } signerer her, så den blir.
    .fix = Oppgi en annen med `--kid`.
no-key-to-retire = Klienten har ingen annen nøkkel enn { $kid }, som signerer her.
    .fix = Legg til en ny nøkkel først.
last-key-that-works = Etter { $kid } ville det ikke være noen nøkkel igjen som virker, så den blir.
    .fix = Legg til en ny nøkkel først.
retire-by-hand = Uten en administrasjonsklient kan ikke dette programmet se nøklene til klienten.
    .fix = Fjern nøkkelen i selvbetjeningsportalen, i nøkkelseksjonen på siden til klienten. Eller fyll inn { $field }.
new-key-not-on-client = Maskinporten godtar ikke den nye nøkkelen { $kid } ennå. Den gamle brukes som før.
    .fix = Legg til den offentlige nøkkelen på klienten i selvbetjeningsportalen: den ligger i { $path }. Gjør så dette igjen: det fortsetter med samme nøkkel. Det kan ta ti minutter.
new-key-not-taken-yet = Den nye nøkkelen { $kid } er på klienten, men Maskinporten godtar den ikke ennå: { $text }
    .fix = Gjør dette igjen om ti minutter: det fortsetter med samme nøkkel. Til da brukes den gamle.
keys-changed = Nøklene til klient { $client } er endret siden de ble vist. Ingenting ble gjort.
    .fix = Gjør dette igjen, og se på det som vises.
keys-not-as-posted = Nøklene til klient { $client } er ikke de som ble sendt. Noen andre kan ha endret dem samtidig. Det som var der før, ligger i { $path }
    .fix = Sammenlign nøklene i selvbetjeningsportalen med den filen, og legg til det som mangler.
kept-keys-unreadable = Listen over nøkler som var der før, kan ikke leses fra { $path }. Ingenting ble gjort.
    .fix = Endre nøklene i selvbetjeningsportalen.
too-many-keys = En klient har høyst fem nøkler, og dette ville bli flere: { $kids }
    .fix = Fjern først en av dem fra klienten.
admin-address-missing = Dette miljøet oppgir ingen adresse til administrasjonen hos Digdir, så ingen ble spurt.
    .fix = Skriv adressen ved siden av de andre til dette miljøet, eller endre nøklene i selvbetjeningsportalen.
admin-key-unusable = Den private nøkkelen til administrasjonsklienten kan ikke leses, så ingen ble spurt.
    .fix = Oppgi den private nøkkelen til administrasjonsklienten, og fyll inn nøkkel-ID-en.
admin-grant-refused = Maskinporten gir ikke administrasjonsklienten noe token: { $text }
    .fix = Sammenlign ID-en, nøkkelen og nøkkel-ID-en til administrasjonsklienten med selvbetjeningsportalen. Den trenger idporten:dcr.read for å se, og idporten:dcr.modify eller idporten:dcr.write for å endre.
key-is-there = Det finnes en privat nøkkel allerede: { $key }
    .fix = Skal den byttes, legg til en ny nøkkel ved siden av den.
certificate-signs = Klienten signerer med et sertifikat, så den har ingen nøkkel som kan lages.
    .fix = Skal klienten signere med en nøkkel, svar det der det spørres om hvordan klienten signerer.
key-not-written = Nøkkelen kunne ikke skrives til { $path }: { $reason }
    .fix = Gi plass på disken, eller la brukeren din skrive i den mappen. Gjør så dette igjen.
## Brev

letter-yours-to-send = Dette brevet sender du selv. Går du videre, noteres det at det er sendt, med dagens dato; ingenting forlater denne maskinen.
letter-reminds = Denne påminnelsen sender du selv. Går du videre, noteres den; ingenting forlater denne maskinen.
letter-asked-before = Dette ble det bedt om { $day } allerede. Brevet skrives igjen, og dagen blir stående.
    .fix = Har det gått en uke uten svar, så send en påminnelse.
letter-noted = Notert at du ba om det { $day }.
    .fix = Send brevet hvis du ikke har gjort det. Sjekkene ser selv hva mottakeren endrer i Altinn.
reminder-noted = Påminnelsen er notert.
no-would-be-noted = Det noteres at mottakeren har sagt nei. Ingen får beskjed.
no-noted = Notert at mottakeren sa nei: { $reason }
    .fix = Rett det svaret nevner, og skriv til dem igjen.
not-asked-yet = Ingen brev venter på svar her.
    .fix = Send brevet først.
letter-not-for-owner = En tjenesteeier skriver ikke dette brevet: det er for avsendere og mottakere.
    .fix = Velg noe annet.
letter-would-be-forgotten = Notatet om at du sendte dette brevet, fjernes. Et brev som er sendt, kan ikke trekkes tilbake.
letter-forgotten = Notatet er borte: brevet regnes som ikke sendt.

## Keys
