### What checks found. A line is the summary, `.cause` the most likely reason, `.fix` the next action. Who must act, and the values
### that a line may use, are in `src/journey/message.rs`.

## Any check

needs-check = ikke spurt ennå: { $check } kommer først

field-missing = { $field } er ikke fylt inn
    .fix = Fyll inn { $field }, og sjekk igjen.

key-not-given = { $field } er ikke fylt inn
    .fix = La programmet lage en nøkkel her, eller si hvor den du har, ligger.

not-applicable = gjelder ikke her

set-aside = lagt til side: { $reason }

set-aside-on = lagt til side { $day }: { $reason }

skipped-now = utelatt fra denne kjøringen: { $reason }

rate-limited = kunne ikke spørre: spurt for ofte
    .cause = Altinn begrenser hvor ofte hver av tjenestene kan spørres i løpet av et minutt.
    .fix = Sjekk igjen etter { $until }.

no-answer-dns = kunne ikke spørre: navnet { $host } er ikke kjent her
    .cause = Maskinen har ikke noe nettverk, eller navnetjeneren kjenner ikke verten. Nettverk med proxy svarer ofte slik.
    .fix = Se på nettverkstilkoblingen, og sett HTTPS_PROXY hvis nettverket ditt har en proxy. Sjekk så igjen.

no-answer-refused = kunne ikke spørre: { $host } avviser tilkoblingen
    .cause = Noe på veien, som regel en brannmur, sier nei til tilkoblingen.
    .fix = Be nettverksansvarlig om å la denne maskinen nå { $host }, på port 443 der ingen annen er nevnt.

no-answer-here = kunne ikke spørre: ingenting på denne maskinen svarer på { $host }
    .cause = { $host } er en adresse på denne maskinen selv, og ingen program lytter der. En sandkasse som var der, er avsluttet, eller lytter på en annen adresse nå.
    .fix = Start sandkassen igjen, og bruk adressene den har nå: med --kit skriver den dem på nytt. Sjekk så igjen.

no-answer-timeout = kunne ikke spørre: { $host } svarer ikke i tide
    .cause = Som regel er det en brannmur som stopper trafikken uten å svare. Tjenesten kan også være treg akkurat nå.
    .fix = Sjekk igjen. Blir det ikke bedre, be nettverksansvarlig om å la denne maskinen nå { $host }, på port 443 der ingen annen er nevnt.

no-answer-broken = kunne ikke spørre: tilkoblingen til { $host } ble brutt
    .cause = Noe på veien lukket tilkoblingen før svaret var fullstendig.
    .fix = Sjekk igjen. Blir det ikke bedre, spør nettverksansvarlig hva som står mellom denne maskinen og { $host }.

no-answer-tls = denne maskinen stoler ikke på sertifikatet til { $host }
    .cause = Noe på veien, som regel trafikkontrollen i ditt eget nettverk, svarer i stedet for tjenesten.
    .fix = Be nettverksansvarlig om et unntak for { $host }, eller om sertifikatet til utstederen. Oppgi den filen med --ca, eller installer den på denne maskinen.

no-answer-tls-issuer = sertifikatet til { $host } kommer fra { $issuer }, som maskinen ikke stoler på
    .cause = Noe på veien, som regel trafikkontrollen i ditt eget nettverk, svarer i stedet for tjenesten.
    .fix = Be nettverksansvarlig om et unntak for { $host }, eller om sertifikatet til { $issuer }. Oppgi den filen med --ca, eller installer den på denne maskinen.

no-answer-tls-expired = sertifikatet til { $host } er utløpt
    .cause = Noe på veien svarer med et gammelt sertifikat, eller klokken på denne maskinen går langt foran. Altinn fornyer sine egne i tide.
    .fix = Se på klokken på denne maskinen først. Går den riktig, spør nettverksansvarlig hva som svarer i stedet for { $host }.

no-answer-tls-early = sertifikatet til { $host } gjelder ikke ennå
    .cause = Klokken på denne maskinen er dager etter, eller noe på veien svarer med et eget sertifikat.
    .fix = Still klokken på denne maskinen automatisk, og sjekk igjen. Blir det ikke bedre, spør nettverksansvarlig hva som svarer i stedet for { $host }.

no-answer-tls-name = sertifikatet som svarer for { $host }, gjelder et annet navn
    .cause = Navnet fører til en annen maskin: En navnetjener, en proxy eller en linje i vertsfilen på denne maskinen sender det dit. Eller adressen til miljøet er skrevet feil.
    .fix = Sammenlign adressen med Altinns egen. Er den riktig, spør nettverksansvarlig hvor { $host } fører.

proxy-dns = kunne ikke spørre: navnet på proxyen { $proxy } er ikke kjent her
    .cause = Navnet på proxyen er skrevet feil, eller maskinen er på et annet nettverk enn det som har proxyen.
    .fix = Rett { $variable }, eller fjern den hvis dette nettverket ikke trenger proxy. Start så programmet på nytt.

proxy-refused = kunne ikke spørre: proxyen { $proxy } avviser tilkoblingen
    .cause = Det kjører ingen proxy der, eller porten er en annen.
    .fix = Rett porten i { $variable }, eller start proxyen. Er den ikke din, spør nettverksansvarlig.

proxy-timeout = kunne ikke spørre: proxyen { $proxy } svarer ikke i tide
    .cause = Proxyen er nede eller overbelastet, eller maskinen er på et annet nettverk enn det som har proxyen.
    .fix = Sjekk igjen. Blir det ikke bedre, spør nettverksansvarlig om proxyen { $proxy } virker.

proxy-broken = kunne ikke spørre: proxyen { $proxy } bryter tilkoblingen
    .cause = Det som svarer der, er ikke en proxy av det slaget { $variable } oppgir, eller den sviktet.
    .fix = Sammenlign { $variable } med det nettverksansvarlig sier, og start programmet på nytt.

proxy-certificate = denne maskinen stoler ikke på sertifikatet til selve proxyen { $proxy }
    .cause = Proxyen viser et sertifikat fra en utsteder som denne maskinen ikke kjenner.
    .fix = Be nettverksansvarlig om sertifikatutstederen til proxyen, og installer den på denne maskinen. Eller bruk adressen til proxyen med http:// foran.

proxy-certificate-issuer = sertifikatet til selve proxyen { $proxy } kommer fra { $issuer }, som maskinen ikke stoler på
    .cause = Proxyen viser et sertifikat fra en utsteder som denne maskinen ikke kjenner.
    .fix = Be nettverksansvarlig om utstederen { $issuer }, og installer den på denne maskinen. Eller bruk adressen til proxyen med http:// foran.

proxy-log-in = proxyen { $proxy } ber om navn og passord
    .cause = Proxyen slipper ingen ukjente gjennom. Altinn er ikke spurt om noe.
    .fix = Skriv begge i { $variable }, som http://NAME:PASSWORD@{ $proxy }, med hvert spesialtegn prosentkodet (en # er %23). Start så programmet på nytt.

proxy-log-in-refused = proxyen { $proxy } godtar ikke navnet og passordet
    .cause = De er skrevet feil eller har utløpt, eller et spesialtegn i dem er ikke prosentkodet. Altinn er ikke spurt om noe.
    .fix = Rett navnet og passordet i { $variable }, og start programmet på nytt.

proxy-log-in-other = proxyen { $proxy } ber om en innlogging som dette programmet ikke kan: { $offered }
    .cause = Programmet kan bare logge inn med navn og passord (Basic). Altinn er ikke spurt om noe.
    .fix = Be nettverksansvarlig om en vei uten innlogging. Eller kjør en liten proxy her som logger inn for deg (Px og Cntlm gjør det), og oppgi den i { $variable }.

proxy-denies = proxyen { $proxy } slipper ikke denne maskinen gjennom til { $host } ({ $status })
    .cause = Proxyen har en liste over hva som kan nås, og { $host } står ikke på den. Altinn er ikke spurt om noe.
    .fix = Be nettverksansvarlig om å tillate { $host } på port 443 i proxyen { $proxy }.

proxy-denies-untold = proxyen { $proxy } slipper ikke denne maskinen gjennom til { $host }
    .cause = Proxyen har en liste over hva som kan nås, og { $host } står ikke på den. Altinn er ikke spurt om noe.
    .fix = Be nettverksansvarlig om å tillate { $host } på port 443 i proxyen { $proxy }.

proxy-no-way = kunne ikke spørre: proxyen { $proxy } kommer ikke fram til { $host } ({ $status })
    .cause = Proxyen svarer, men har ingen tilkobling videre, eller kjenner ikke navnet { $host }.
    .fix = Sjekk igjen om noen minutter. Blir det ikke bedre, spør nettverksansvarlig hvorfor proxyen { $proxy } ikke når { $host }.

proxy-variable-character = { $variable } kan ikke leses: { $character } i navnet eller passordet må skrives { $encoded }
    .cause = Tegnet har sin egen betydning i en adresse, så det er uklart hvor passordet slutter. Ingenting ble sendt, verken med eller uten proxyen.
    .fix = Skriv { $encoded } i stedet for { $character } i { $variable }, og start programmet på nytt.

proxy-variable-scheme = { $variable } kan ikke brukes: en proxy med en adresse som begynner med { $scheme }://, er ikke kjent
    .cause = Adressen til en proxy begynner med http://, https://, socks5:// eller socks5h://. Ingenting ble sendt, verken med eller uten proxyen.
    .fix = Rett { $variable }, og start programmet på nytt.

proxy-variable-shape = { $variable } kan ikke leses: det er ikke adressen til en proxy
    .cause = Adressen ser ut som http://proxy.example.no:3128. Ingenting ble sendt, verken med eller uten proxyen.
    .fix = Rett { $variable }, eller fjern den hvis dette nettverket ikke trenger proxy. Start så programmet på nytt.

certificates-missing = det finnes ingen fil { $path }, som { $named_by } oppgir
    .cause = { $named_by } oppgir en fil med sertifikater du vil stole på. Ingenting ble sendt.
    .fix = Legg filen der, eller rett { $named_by }.

certificates-unreadable = { $path }, som { $named_by } oppgir, kan ikke leses: { $reason }
    .cause = { $named_by } oppgir en fil med sertifikater du vil stole på. Ingenting ble sendt.
    .fix = La din egen bruker lese filen, eller rett { $named_by }.

certificates-none = { $path }, som { $named_by } oppgir, har ingen sertifikater
    .cause = En fil med sertifikater er tekst med en linje BEGIN CERTIFICATE (PEM), eller ett sertifikat i DER. Ingenting ble sendt.
    .fix = Be nettverksansvarlig om sertifikatet til utstederen som en PEM-fil, og oppgi den i { $named_by }.

foreign-html = en nettside svarer i stedet for { $host }
    .cause = Innloggings- eller varselsiden til en proxy står i veien.
    .fix = Åpne { $host } i en nettleser på denne maskinen for å se hvem som svarer, og be nettverksansvarlig om å slippe programmet gjennom.

foreign-log-in = en proxy som ingen innstilling oppgir, svarer i stedet for { $host } og ber om innlogging
    .cause = Nettverket ditt leder det som går til { $host }, gjennom en egen proxy. Altinn er ikke spurt om noe.
    .fix = Be nettverksansvarlig om adressen til proxyen, og sett HTTPS_PROXY til den. Eller be om at denne maskinen slipper gjennom til { $host } uten innlogging.

foreign-redirect = { $host } sender programmet et annet sted, til { $target }
    .cause = Ingen av tjenestene til Altinn gjør det: det gjør en proxy på veien. Programmet følger ikke etter, og sender ingenting dit.
    .fix = Be nettverksansvarlig om å la denne maskinen nå { $host } direkte.

foreign-too-large = kunne ikke spørre: svaret fra { $host } er altfor stort
    .cause = Ingen svar fra tjenesten er så store: noe annet svarer i stedet for den.
    .fix = Se på adressene til miljøet, og sjekk igjen.

foreign-unreadable = kunne ikke spørre: svaret fra { $host } kan ikke leses
    .cause = Svaret slutter for tidlig, eller har ikke tjenestens egen form. Noe på veien kan ha endret det.
    .fix = Sjekk igjen. Blir det ikke bedre, spør nettverksansvarlig hva som står mellom denne maskinen og { $host }.

not-our-host = kunne ikke spørre: { $host } hører ikke til dette miljøet
    .cause = Tokens og nøkler sendes bare til vertene i sitt eget miljø.
    .fix = Se på adressene til miljøet, og sjekk igjen.

local = kunne ikke spørre: denne maskinen sier { $reason }
    .cause = En fil kunne ikke leses eller skrives, eller nøkkelen signerte ikke.
    .fix = Se på disken og filen med nøkkelen, og sjekk igjen.

service-trouble = kunne ikke spørre: tjenesten har egne problemer ({ $status })
    .cause = Tjenesten svarer at den sviktet. Det er ingenting galt hos deg.
    .fix = Sjekk igjen om noen minutter. Blir det ikke bedre, send Altinn Servicedesk det som står her, med sporings-ID-en hvis den vises.

refused = tjenesten avviser med { $status }, som ikke er ventet her
    .cause = Tjenestens egne ord står i dette funnet.
    .fix = Sjekk igjen. Blir det ikke bedre, send Altinn Servicedesk de ordene, med sporings-ID-en hvis den vises.

check-broke = kunne ikke spørre: programmet selv sviktet her
    .cause = En feil i dette programmet. De andre sjekkene er ikke rammet.
    .fix = Sjekk igjen, og meld fra hvis det skjer to ganger.

## Run by a vendor

vendor-key = leverandøren har scopene som trengs, og en API-nøkkel der det kreves

vendor-client = leverandøren har sin egen Maskinporten-klient

vendor-system = { $name } registrerer systemet sitt, med denne ressursen i det

vendor-approval-untold = du har ikke sagt ennå at leverandørens systemtilgang er godkjent
    .cause = Leverandøren ber om en systembruker og sender deg en lenke. Altinn kaller det en systemtilgang. Din egen virksomhet godkjenner den, og dette programmet kan ikke se om det er gjort.
    .fix = Få en person med rollen Tilgangsstyrer til å åpne lenken og godkjenne. Det er gjort når Altinn viser systemtilgangen i «Tilgangsstyring», under «Systemtilganger». Skriv så den dagen som { $field }.

vendor-approved = systemtilgangen ble godkjent { $day }, sier du

vendor-transfer-untold = du har ikke sagt ennå at en testoverføring er sett
    .cause = Bare en virkelig filoverføring beviser at leverandørens system virker for deg, og dette programmet kan ikke se leverandørens overføringer.
    .fix = Avtal en liten testfil med leverandøren. Den gikk gjennom når mottakeren har den, eller når leverandøren viser deg at den ble bekreftet. Skriv så den dagen som { $field }.

vendor-transfer-seen = en testoverføring ble sett { $day }, sier du

vendor-integrate = leverandøren sender og mottar filene
    .fix = Be leverandøren om ID-en til en testoverføring. Den andre siden av overføringen ser den også.

vendor-events = leverandøren abonnerer på hendelsene

## A secret that cannot be fetched

secret-file-missing = det finnes ingen fil { $path }
    .cause = En sti etter file: begynner i mappen til filen som oppgir den.
    .fix = Legg filen der, eller rett stien.

secret-file-unreadable = { $path } kan ikke leses: { $reason }
    .fix = La din egen bruker lese filen, og ingen andre.

secret-file-not-regular =
    { $kind ->
        [folder] { $path } er en mappe, ikke en fil
        [terminal] { $path } er en terminal, ikke en fil
        [socket] { $path } er en socket, ikke en fil
       *[device] { $path } er en enhet, ikke en fil
    }
    .fix = Oppgi filen som har hemmeligheten.

secret-file-leads-nowhere = { $path } er en lenke til { $target }, der det ikke er noe
    .fix = Legg filen der, eller rett lenken.

secret-file-took-too-long = { $path } er et rør, og den andre enden ble ikke ferdig på 30 sekunder
    .fix = Oppgi en fil, eller la en kommando skrive til røret med en gang.

secret-variable-unset = miljøvariabelen { $variable } er ikke satt
    .fix = Sett { $variable } i terminalen som starter programmet, og start det på nytt.

secret-command-missing = programmet { $program } finnes ikke
    .fix = Rett navnet etter cmd:, eller installer programmet.

secret-command-failed = programmet { $program } feilet
    .fix = Kjør det i en terminal for å se hvorfor. Det det skriver, vises ikke her, fordi det kan ha en del av hemmeligheten i seg.

secret-command-failed-with = programmet { $program } feilet med sluttkode { $status }
    .fix = Kjør det i en terminal for å se hvorfor. Det det skriver, vises ikke her, fordi det kan ha en del av hemmeligheten i seg.

secret-command-timed-out = programmet { $program } ble ikke ferdig på 10 sekunder
    .cause = Et program som ber om et passord, venter for alltid her, fordi ingen kan skrive det.
    .fix = Lås det opp i en terminal først, og sjekk igjen.

secret-too-large = det referansen leder til, er for stort for en hemmelighet: det er mer enn 1 MiB
    .fix = Rett referansen: en nøkkel er noen kilobyte, og et nøkkellager med alle sertifikatene i et system noen hundre.

secret-empty = det referansen leder til, er tomt
    .fix = Legg hemmeligheten der, eller rett referansen.

secret-not-text = det som ligger der, er ikke tekst
    .fix = Oppgi en fil, en variabel eller en kommando som bare har hemmeligheten, som tekst.

## key.reach

reach-all =
    { $hosts ->
        [one] { $hosts } vert svarer
       *[other] { $hosts } verter svarer
    }

reach-others-silent = Altinn og Maskinporten svarer; en vert som bare mennesker bruker, gjør det ikke
    .cause = Nettlesere på andre maskiner når den kanskje. Programmet selv trenger den ikke.
    .fix = Gå videre. Spør nettverksansvarlig hvis godkjenningssidene ikke åpner seg.

row-answers = svarer med { $status }

row-trusts-system = maskinens egne sertifikatutstedere gjelder

row-trusts-named = har sertifikatutstederne som gjelder, slik { $named_by } sier

row-way-direct = kalles direkte, uten proxy

row-way-excepted = kalles direkte, fordi { $variable } unntar den fra proxyen

row-way-proxy = kalles gjennom proxyen { $proxy }, slik { $variable } sier

row-way-system-proxy = kalles gjennom proxyen { $proxy }, slik innstillingene i systemet sier

row-certificate-issuer = har signert sertifikatet

## key.clock

clock-agrees = klokken på denne maskinen går riktig

clock-no-date = kunne ikke vite det: ingen svar har et tidspunkt
    .cause = Noe på veien fjerner tidspunktet fra svarene.
    .fix = Sammenlign klokken på denne maskinen med en du stoler på. Maskinporten godtar høyst 10 sekunders forskjell.

clock-behind =
    { $seconds ->
        [one] klokken på denne maskinen går { $seconds } sekund etter
       *[other] klokken på denne maskinen går { $seconds } sekunder etter
    }
    .cause = Maskinporten avviser forespørsler med en tid som er mer enn 10 sekunder feil, så dette går så vidt.
    .fix = Still klokken på denne maskinen automatisk. Det virker med en gang.

clock-ahead =
    { $seconds ->
        [one] klokken på denne maskinen går { $seconds } sekund for fort
       *[other] klokken på denne maskinen går { $seconds } sekunder for fort
    }
    .cause = Maskinporten avviser forespørsler med en tid som er mer enn 10 sekunder feil, så dette går så vidt.
    .fix = Still klokken på denne maskinen automatisk. Det virker med en gang.

clock-far-behind =
    { $seconds ->
        [one] klokken på denne maskinen går { $seconds } sekund etter
       *[other] klokken på denne maskinen går { $seconds } sekunder etter
    }
    .cause = Maskinporten avviser alle forespørsler med en tid som er mer enn 10 sekunder feil.
    .fix = Still klokken på denne maskinen automatisk. Det virker med en gang.

clock-far-ahead =
    { $seconds ->
        [one] klokken på denne maskinen går { $seconds } sekund for fort
       *[other] klokken på denne maskinen går { $seconds } sekunder for fort
    }
    .cause = Maskinporten avviser alle forespørsler med en tid som er mer enn 10 sekunder feil.
    .fix = Still klokken på denne maskinen automatisk. Det virker med en gang.

clock-service-off =
    { $seconds ->
        [one] klokken til { $host } går { $seconds } sekund feil
       *[other] klokken til { $host } går { $seconds } sekunder feil
    }
    .cause = Klokken på denne maskinen er enig med de andre tjenestene. En tjeneste som selv har feil klokke, avviser forespørsler som er riktige.
    .fix = Sjekk igjen om noen minutter. Det er ingenting galt hos deg. Blir det ikke bedre, send servicedesken det som står her.

row-clock-agrees = er enig

row-clock-behind =
    { $seconds ->
        [one] sier at denne maskinen er { $seconds } sekund etter
       *[other] sier at denne maskinen er { $seconds } sekunder etter
    }

row-clock-ahead =
    { $seconds ->
        [one] sier at denne maskinen er { $seconds } sekund foran
       *[other] sier at denne maskinen er { $seconds } sekunder foran
    }

## key.gateway

gateway-open = gatewayen til Altinn ber ikke om noen API-nøkkel

gateway-open-key-sent = ingen API-nøkkel trengs; din sendes med, men ingenting beviser at den er riktig

gateway-key-accepted = gatewayen til Altinn godtar API-nøkkelen din

gateway-key-missing = gatewayen til Altinn ber om en API-nøkkel, men du har ingen
    .cause = I dette miljøet må alle forespørsler ha en, slik veiledningene fra 2024 sier.
    .fix = Skriv hvor nøkkelen er, som { $field }. Har du ingen, be Altinn Servicedesk om en. Det tar noen virkedager. Sandkassen har sin egen klar.

gateway-key-wrong = gatewayen til Altinn godtar ikke API-nøkkelen din
    .cause = Nøkkelen hører til et annet miljø, er skrevet feil, eller er ikke aktiv lenger. Test og produksjon har ulike nøkler.
    .fix = Sammenlign nøkkelen med den du fikk for dette miljøet, og rett den der referansen leder.

gateway-key-lost = API-nøkkelen din sendes, men kommer ikke fram
    .cause = Noe på veien fjerner headeren som har den.
    .fix = Be nettverksansvarlig om å slippe gjennom headeren Ocp-Apim-Subscription-Key.

gateway-no-route = { $host } kjenner ikke Formidlings-API-et
    .cause = Basisadressen til plattformen er ikke Altinns.
    .fix = Rett miljøet, eller adressen til plattformen.

row-gateway-open-today = ber ikke om API-nøkkel i dag; i sandkassen kan du øve med en

## key.scopes

scopes-granted = Altinn har gitt virksomheten din de scopene den trenger

scopes-not-granted = Altinn har ikke gitt virksomheten din { $scopes }
    .cause = Altinn Servicedesk gir scopes til hver virksomhet for hånd, og hver for seg i test og produksjon.
    .fix = Skriv til servicedesk@altinn.no med organisasjonsnummeret ditt, scopes og miljø, og noter dagen her. Et svar tar noen virkedager.

scopes-asked = Altinn Servicedesk er bedt om { $scopes }
    .cause = E-posten din { $asked } ber om det. Et svar tar noen virkedager.
    .fix = Vent på svaret. Legg scopes til på klienten i selvbetjeningsportalen hvis de ikke er der ennå.

scopes-to-add = { $scopes } er bedt om, men er ikke på klienten ennå
    .cause = E-posten din { $asked } ber om det. Bare servicedesken og portalen kan si om det er gitt.
    .fix = Når servicedesken har svart, eller portalen tilbyr scopet, legg det til på klienten: åpne klienten i selvbetjeningsportalen, «Scopes», «Legg til». Det virker innen få minutter.

scopes-wanted-not-granted = gitt, unntatt { $scopes }
    .cause = Rollen din virker uten, men en del av oppsettet gjør det ikke.
    .fix = Be servicedesk@altinn.no om det hvis du trenger det.

row-scope-is-granted = gitt

row-scope-not-granted = ikke gitt til virksomheten

row-scope-not-told = ikke opplyst

## client.key

key-good = nøkkelen kan signere: RSA { $bits } ({ $form }), { $kid }, til { $expires }

key-good-expiry-unknown = nøkkelen kan signere: RSA { $bits } ({ $form }), { $kid }, ukjent utløp

key-expired = nøkkelen utløp { $expired }
    .cause = Maskinporten godtar en nøkkel i ett år fra dagen den ble lagt til på klienten.
    .fix = Lag en ny nøkkel, legg til den offentlige delen på klienten i selvbetjeningsportalen, og fyll inn den nye kid-en og dagen.

key-expires-this-month =
    { $days ->
        [one] nøkkelen utløper om { $days } dag: { $expires }
       *[other] nøkkelen utløper om { $days } dager: { $expires }
    }
    .cause = Maskinporten godtar en nøkkel i ett år, og det er mindre enn en måned igjen. De som signerer med den etter det, blir avvist.
    .fix = Lag den neste nøkkelen denne uken, og legg til den offentlige delen ved siden av den gamle. Gi så integrasjonen sin egen nye nøkkel også.

key-expires-this-week =
    { $days ->
        [one] nøkkelen utløper om { $days } dag: { $expires }
       *[other] nøkkelen utløper om { $days } dager: { $expires }
    }
    .cause = Maskinporten godtar en nøkkel i ett år, og det året er snart over. Fra den dagen gir nøkkelen ikke noe token, og ingenting kan sendes eller hentes med den.
    .fix = Lag den neste nøkkelen i dag, og legg til den offentlige delen ved siden av den gamle. Det kan ta ti minutter før Maskinporten kjenner en ny nøkkel.

key-expires-soon =
    { $days ->
        [one] nøkkelen utløper om { $days } dag: { $expires }
       *[other] nøkkelen utløper om { $days } dager: { $expires }
    }
    .cause = Maskinporten godtar en nøkkel i ett år fra dagen den ble lagt til på klienten.
    .fix = Lag den neste nøkkelen nå, og legg til den offentlige delen ved siden av den gamle i selvbetjeningsportalen. En klient kan ha opptil fem.

key-posted-later = nøkkelen kan signere, men dagen den ble lagt til, er ikke kommet: { $posted }
    .cause = En nøkkel lever ett år fra dagen den ble lagt til på klienten, og den dagen kan ikke være i framtiden.
    .fix = Rett dagen: den står ved nøkkelen i selvbetjeningsportalen.

key-file-open = andre brukere på denne maskinen kan lese { $path }
    .cause = Den som leser den private nøkkelen, kan handle som virksomheten din.
    .fix = La bare din egen bruker lese filen: chmod 600 i Linux og macOS.

key-kid-differs = kid-en er { $answered }, men filen til nøkkelen sier { $inside }
    .cause = Svaret er det som sendes. Maskinporten avviser det hvis klienten ikke kjenner det.
    .fix = Sammenlign begge med klienten i selvbetjeningsportalen, og rett svaret.

key-large = nøkkelen kan signere, men er større enn dem som er kjent for å virke: { $bits } bit
    .cause = Dokumentasjonen til Maskinporten nevner RSA-nøkler på 2048 bit. Større nøkler virker som regel, men ingen lover det.
    .fix = Lag en nøkkel på 2048 bit hvis Maskinporten avviser denne.

key-unknown-format = den private nøkkelen har ingen kjent form
    .cause = Programmet leser PEM og DER (PKCS#1, PKCS#8), PKCS#12, JWK og JWKS med den private delen, og JSON-filer som har en slik nøkkel. Alt dette kan være i base64. En kryptert nøkkel trenger passordet sitt.
    .fix = Oppgi den private nøkkelen i en av disse formene.

key-public-only = dette er den offentlige nøkkelen; det er den private som signerer
    .fix = Oppgi den private delen, som ble laget sammen med den.

key-encrypted = den private nøkkelen er beskyttet med et passord
    .cause = Ingenting sier hvor passordet er: { $field } er ikke fylt inn.
    .fix = Fyll inn { $field } med file:, env: eller cmd:, eller skriv passordet der det spørres om det. Det lagres aldri.

key-not-rsa = den private nøkkelen er ikke en RSA-nøkkel for RS256: { $algorithm }
    .cause = Maskinporten godtar bare RSA-nøkler.
    .fix = Lag en RSA-nøkkel på 2048 bit, og legg til den offentlige delen på klienten: { $command }

key-too-short = den private nøkkelen har bare { $bits } bit
    .cause = Maskinporten godtar RSA-nøkler på 2048 bit.
    .fix = Lag en RSA-nøkkel på 2048 bit, og legg til den offentlige delen på klienten.

key-is-certificate = dette er et sertifikat, ikke en privat nøkkel
    .fix = Oppgi den private nøkkelen som hører til klienten i selvbetjeningsportalen. Signerer klienten med et virksomhetssertifikat, si det der det spørres om hvordan klienten signerer.

key-password-wrong = den private nøkkelen åpner seg ikke med dette passordet
    .cause = Det { $field } leder til, er et annet passord, eller har noe i tillegg.
    .fix = Sammenlign passordet med det som ble valgt da nøkkelen ble lagret.

key-other-encryption = den private nøkkelen er kryptert på en måte som ikke kan leses: { $scheme }
    .cause = Det er en gammel måte, eller en sjelden.
    .fix = Skriv den på nytt, med filen din for OLD og en ny for NEW, og oppgi den nye: { $command }

key-other-format = den private nøkkelen har en form som ikke kan leses: { $format }
    .fix = Gjør den om, med filen din for OLD og en ny for NEW, og oppgi den nye: { $command }

key-truncated = den private nøkkelen stopper før den er slutt
    .cause = En del ble borte da den ble kopiert eller lagret.
    .fix = Kopier hele på nytt, med den første og den siste linjen.

key-damaged = den private nøkkelen er skadet: den kan ikke signere
    .cause = Tallene i den hører ikke sammen.
    .fix = Kopier den på nytt fra der den ble laget.

key-not-in-json = det er ingen privat nøkkel i denne JSON-filen
    .cause = En nøkkel er en JWK, eller tekst under et navn som EncodedJwk, jwk eller private_key. Innstillingsfiler viser ofte til et annet sted: et hvelv, eller et eget lager for hemmeligheter.
    .fix = Oppgi filen, variabelen eller kommandoen som har selve nøkkelen.

key-several = det er flere nøkler i dette settet: { $kids }
    .fix = Oppgi den kid-en klienten har i selvbetjeningsportalen.

key-for-encryption = nøkkelen kan signere, men JWK-en sier at den er til kryptering
    .cause = Den sier use: enc. Maskinporten kan avvise nøkkelen hvis den ble lagt til slik.
    .fix = Sammenlign den med nøklene til klienten i selvbetjeningsportalen.

key-other-algorithm = nøkkelen kan signere, men JWK-en sier at den er for { $algorithm }
    .cause = Maskinporten godtar RS256, og det er slik den signerer her.
    .fix = Sammenlign den med nøklene til klienten i selvbetjeningsportalen.

key-one-of-several = filen har { $keys } nøkler, og hver av dem vises til Maskinporten
    .cause = Ingenting i filen sier hvilken som hører til klienten. Sjekken client.token sier hvilken som passer.
    .fix = Legg nøkkelen til klienten i en egen fil.

row-key-form = funnet som { $form }

## client.key, of an enterprise certificate

certificate-good = sertifikatet kan signere for { $organisation } til { $ends } ({ $form }, fra { $issuer })

certificate-ends-soon =
    { $days ->
        [one] sertifikatet utløper om { $days } dag: { $ends }
       *[other] sertifikatet utløper om { $days } dager: { $ends }
    }
    .cause = Et virksomhetssertifikat utløper den dagen som står i det, og utstederen bruker dager eller uker på et nytt.
    .fix = Bestill det neste nå fra den som utstedte dette, og oppgi det når det har kommet.

certificate-ended = sertifikatet utløp { $ended }
    .cause = Maskinporten godtar et sertifikat til den dagen som står i det.
    .fix = Oppgi det nye sertifikatet, eller bestill et fra den som utstedte dette.

certificate-begins = sertifikatet er først gyldig fra { $begins }
    .cause = Maskinporten godtar et sertifikat fra den dagen som står i det.
    .fix = Oppgi sertifikatet som er gyldig i dag. Mener du at det er dette, se på klokken på denne maskinen.

certificate-of-test = sertifikatet er for test, men miljøet er produksjon: { $issuer }
    .cause = Hver utsteder har egne sertifikater for test og for produksjon, og Maskinporten godtar dem bare i sitt eget miljø.
    .fix = Oppgi virksomhetens produksjonssertifikat.

certificate-of-production = sertifikatet er for produksjon, men miljøet er et testmiljø: { $issuer }
    .cause = Hver utsteder har egne sertifikater for test og for produksjon, og Maskinporten godtar dem bare i sitt eget miljø.
    .fix = Oppgi et testsertifikat for virksomheten. Buypass og Commfides selger dem.

certificate-of-other = sertifikatet er for { $organisation }, men klienten tilhører { $owner }
    .cause = Maskinporten godtar sertifikatet til virksomheten som eier klienten.
    .fix = Oppgi sertifikatet til { $owner }, eller rett eieren av klienten.

certificate-unknown-issuer = sertifikatet kan signere, men det er ikke kjent om Maskinporten godtar utstederen: { $issuer }
    .cause = Virksomhetssertifikater kommer fra Buypass og Commfides.
    .fix = Oppgi virksomhetssertifikatet hvis Maskinporten avviser dette.

certificate-no-organisation = sertifikatet kan signere, men det står ikke noe organisasjonsnummer i det
    .cause = Et virksomhetssertifikat har nummeret i organization identifier, eldre har det i serial number.
    .fix = Oppgi virksomhetssertifikatet hvis Maskinporten avviser dette.

certificate-alone = sertifikatet kan signere, men kommer uten sertifikatene til utstederne
    .cause = Dokumentasjonen til Maskinporten ber om sertifikatet sammen med sertifikatene til utstederne. De fleste klienter sender det alene, men ingen lover at det virker.
    .fix = Legg sertifikatene til utstederne i samme fil hvis Maskinporten avviser dette.

certificate-not-used = det er et sertifikat her, men ingenting sier at klienten signerer med det
    .cause = { $field } sier hvordan klienten signerer. Uten et svar er det en nøkkel som klienten selv har.
    .fix = Oppgi certificate som { $field }, eller si hvor den private nøkkelen er.

certificate-missing = det er en privat nøkkel her, men ikke noe sertifikat
    .fix = Oppgi virksomhetssertifikatet. Har klienten en egen nøkkel, si det der det spørres om hvordan klienten signerer.

certificate-key-missing = den private nøkkelen til sertifikatet er ikke i samme fil
    .fix = Oppgi hvor nøkkelen er, som { $field }, eller oppgi PKCS#12-filen (.p12, .pfx) som har begge.

certificate-of-other-key = sertifikatet er for en annen privat nøkkel
    .cause = Et sertifikat hører til den ene nøkkelen det ble utstedt for.
    .fix = Oppgi nøkkelen og sertifikatet som ble levert sammen. En utsteder leverer flere: ta det for autentisering.

row-certificate = fra { $issuer }, til { $ends }, funnet som { $form }

## client.token

client-known = Maskinporten kjenner klienten og nøkkelen

row-key-fits = godtar nøkkel { $place } av de { $keys } i filen

row-no-key-fits = godtar ingen av de { $keys } nøklene i filen

client-known-key-not-proven = Maskinporten kjenner klienten; ingenting har bevist nøkkelen ennå
    .cause = Maskinporten ser på scopes først, og avviste alle.
    .fix = Få ett scope til å virke først: de andre funnene sier hvordan.

client-not-known-yet = Maskinporten kjenner ikke klienten eller nøkkelen ennå
    .cause = broker-setup endret klienten for et øyeblikk siden. Endringer når hele Maskinporten innen 10 minutter.
    .fix = Vent, og sjekk igjen. Er det fremdeles slik etter { $until }, se på klienten i selvbetjeningsportalen.

row-client-id-elsewhere = profilen din { $profile } har den samme klient-ID-en for et annet miljø, og hvert miljø har sine egne klienter

row-client-id-unusual = klient-ID-er er i dag UUID-er, men din er det ikke. Noen eldre er ikke det: sjekk at den er hel

## client.scopes

scopes-all = klienten har alle scopes

scopes-missing =
    { $all ->
        [one] { $granted } av { $all } scope: { $scopes } er ikke på klienten
       *[other] { $granted } av { $all } scopes: { $scopes } er ikke på klienten
    }
    .cause = Ingen har lagt det til på denne klienten, eller Altinn har ikke gitt det til virksomheten din ennå.
    .fix = Åpne klienten i selvbetjeningsportalen, «Scopes», «Legg til». La du det til for et øyeblikk siden, sjekk igjen om ti minutter. Får du ikke velge det der, har Altinn ikke gitt det ennå: be servicedesk@altinn.no om det.

scopes-missing-yet = { $scopes } er ikke på klienten ennå
    .cause = broker-setup endret klienten for et øyeblikk siden. Endringer når hele Maskinporten innen 10 minutter.
    .fix = Vent, og sjekk igjen. Er det fremdeles slik etter { $until }, legg det til under «Scopes» i selvbetjeningsportalen.

scopes-old = klienten har { $scope }, og ingenting krever det
    .cause = Eldre veiledninger ba alle om å søke om det. Formidling trenger ikke det scopet, og ingen andre har tatt plassen: den som sender eller mottar, trenger bare scopene for den rollen. Programmer som selv ber om autorisasjonsbeslutninger, bruker altinn:authorization/authorize i dag.
    .fix = Åpne klienten i selvbetjeningsportalen, velg «Scopes», og ta bort { $scope }. Det gjør ingen skade så lenge det står der.

scopes-old-granted = virksomheten har fått { $scope } eller har søkt om det, og ingenting krever det
    .cause = Eldre veiledninger ba alle om å søke om det. Formidling trenger ikke det scopet, og ingen andre har tatt plassen. Programmer som selv ber om autorisasjonsbeslutninger, bruker altinn:authorization/authorize i dag.
    .fix = Ikke legg det til på noen klient, og ikke be om det mer. Det gjør ingen skade så lenge det står der.

row-scope-old = fra eldre veiledninger; ingenting krever det

scopes-wrong-type = denne klienten får ikke be om { $scopes }
    .cause = Klienten er av en annen type enn Maskinporten, for eksempel ID-porten.
    .fix = Lag en klient av typen Maskinporten i selvbetjeningsportalen, og oppgi ID-en til den.

scopes-not-delegated = kunden har ikke delegert { $scopes } til deg
    .cause = Klienten din spør på vegne av noen andre, som først må gi virksomheten din denne tilgangen i Altinn.
    .fix = Be kunden delegere API-et til virksomheten din i Altinn.

scopes-wanted-missing = scopene du må ha, er der; { $scopes } er ikke der
    .cause = Rollen din virker uten. En del av oppsettet, slik som å registrere et system eller abonnere på hendelser, gjør det kanskje ikke.
    .fix = Legg det til under «Scopes» i selvbetjeningsportalen hvis du trenger det.

row-scope-granted =
    { $expires_in ->
        [one] gitt, for { $expires_in } sekund om gangen
       *[other] gitt, for { $expires_in } sekunder om gangen
    }

row-scope-missing = ikke på klienten

row-scope-wrong-type = ikke for en klient av denne typen

row-scope-not-delegated = ikke delegert av kunden

## client.exchange

exchanged = Altinn godtar tokenet

## client.identity

identity = tokenet gjelder { $owner }

identity-service-owner = tokenet gjelder { $owner }, tjenesteeier { $code }

identity-other = klienten tilhører { $consumer }, men du oppga { $owner }
    .cause = Klienten er laget av en annen virksomhet, ofte en leverandør, eller et organisasjonsnummer er skrevet feil.
    .fix = Oppgi { $consumer } som eier av klienten hvis det er riktig. Lag ellers en klient for { $owner }.

identity-no-consumer = tokenet nevner ingen virksomhet
    .cause = Maskinporten nevner alltid en: noe annet har utstedt dette tokenet.
    .fix = Sjekk at adressen til Maskinporten er riktig for miljøet.

identity-no-org-code = tokenet gjelder { $owner }, uten en tjenesteeierkode
    .cause = Altinns liste over tjenesteeiere har ikke denne virksomheten. Formidling virker likevel. Regler som nevner koden din, tilgangslister og eierens abonnementer virker ikke.
    .fix = Be servicedesk@altinn.no legge virksomheten din til på listen over tjenesteeiere.

## access.resource

resource-good = ressursen finnes og er for Formidling

resource-good-with-list = ressursen finnes, og en tilgangsliste bestemmer hvem som er med

resource-missing = det finnes ingen ressurs { $resource } i dette miljøet
    .cause = ID-en er skrevet feil, eller tjenesteeieren publiserte den i det andre miljøet.
    .fix = Spør tjenesteeieren om ressurs-ID-en i dette miljøet.

resource-not-published = { $resource } er ikke publisert i dette miljøet
    .cause = Test og produksjon har hvert sitt Ressursregister.
    .fix = Publiser den herfra: programmet spør etter teksten. Eller publiser den til dette miljøet i Altinn Studio. Den er der med en gang.

resource-not-yours = { $resource } tilhører { $owner }, ikke deg
    .cause = ID-en hører til en annen virksomhet, eller organisasjonsnummeret er skrevet feil.
    .fix = Oppgi ID-en til en ressurs som virksomheten din eier.

resource-wrong-type = { $resource } er av typen { $kind }, ikke en formidlingstjeneste
    .cause = ID-en hører til en annen tjeneste.
    .fix =
        { $role ->
            [service-owner] Oppgi ID-en til formidlingstjenesten din. Skal det være denne, publiser den på nytt i Altinn Studio som formidlingstjeneste.
           *[other] Spør tjenesteeieren om ID-en til formidlingstjenesten.
        }

resource-generic = { $resource } er av en generell type, som virker med Formidling
    .cause = Altinn har en egen type for Formidling (BrokerService). Den generelle (GenericAccessResource) virker i dag, men anbefales ikke.
    .fix =
        { $role ->
            [service-owner] Velg «Formidlingstjeneste» neste gang du publiserer den.
           *[other] Ingenting. Tjenesteeieren kan velge «Formidlingstjeneste» neste gang ressursen publiseres.
        }

resource-not-delegable = { $resource } kan ikke gis til en systembruker
    .cause = Tjenesteeieren publiserte den som ikke delegerbar, så hver godkjenning feiler.
    .fix = Be tjenesteeieren publisere den på nytt som delegerbar.

resource-not-delegable-owner = { $resource } kan ikke gis til en systembruker
    .cause = Den ble publisert som ikke delegerbar, så godkjenningen feiler for alle avsendere og mottakere.
    .fix = Publiser den på nytt herfra: da blir den delegerbar. Ble den laget i Altinn Studio? Da slår du på «Delegerbar ressurs» der, og publiserer den.

resource-ending = { $resource } finnes, og er merket { $status }
    .cause =
        { $role ->
            [service-owner] Du har merket den som på vei ut av bruk.
           *[other] Tjenesteeieren er i ferd med å ta den ut av bruk.
        }
    .fix =
        { $role ->
            [service-owner] Oppgi ID-en til ressursen som kommer etter den.
           *[other] Spør tjenesteeieren hvilken ressurs som kommer etter den.
        }

row-title = tittelen er { $names }

row-owner = eier den: { $names }, { $owner }

row-owner-unnumbered = eier den: { $names }

row-contact = er stedet å spørre
row-would-own = ville eie den: { $names }

row-access-list =
    { $role ->
        [service-owner] må stå på tilgangslisten, som du kan endre
       *[other] må stå på tilgangslisten: tjenesteeieren legger den til
    }

## access.policy

policy-good = policyen har en regel for det du gjør
    .cause = Linjene i dette funnet sier for hvem. Om den som skal godkjenne, har en av disse rollene, viser seg når systembrukeren godkjennes.

policy-lacks = policyen for { $resource } gir ingen rett til å { $actions }
    .cause = Den som laget policyen, utelot handlingen.
    .fix = Be tjenesteeieren gi rett til å { $actions } i policyen, og publisere den på nytt. Det virker innen 10 minutter.

policy-lacks-owner = policyen for { $resource } gir ingen rett til å { $actions }
    .cause = Policyen har ingen regel for det.
    .fix = Publiser policyen herfra. Ble den laget i Altinn Studio? Da gir du rett til å { $actions } under «Tilgangsregler» der, og publiserer. Det virker innen 10 minutter.

policy-placeholder = policyen for { $resource } sier fremdeles [org]
    .cause = Altinn Studio skulle ha satt inn tjenesteeierens kode der da ressursen ble publisert.
    .fix = Be tjenesteeieren publisere ressursen på nytt.

policy-placeholder-owner = policyen for { $resource } sier fremdeles [org]
    .cause = Altinn Studio skulle ha satt inn koden din der da ressursen ble publisert. Slik den er, gjelder regelen for ingen.
    .fix = Publiser policyen herfra. Ble den laget i Altinn Studio? Da skriver du din egen kode i regelen der, og publiserer. Det virker innen 10 minutter.

row-may-send = { $who } får sende, eller la et system sende

row-may-receive = { $who } får motta, eller la et system motta

row-may-subscribe = { $who } får abonnere på hendelser, eller la et system gjøre det

row-may-nobody = ingen får

policy-good-any = alle virksomheter der noen med rett til å godkjenne sier ja, kan bruke { $resource }

policy-good-listed = bare virksomheter på tilgangslisten din kan bruke { $resource }

policy-split = ingen kan godkjenne: ingen rolle og ingen tilgangspakke har alle handlingene til { $resource }
    .cause = Den som godkjenner en systembruker, må ha alle tre handlingene samlet: read, write og subscribe. Her er de delt mellom flere.
    .fix = Publiser policyen på nytt herfra, så gis de samlet. Eller sett dem i én regel i Altinn Studio. Det virker innen 10 minutter.

policy-lacks-own-rule = policyen for { $resource } lar ikke virksomheten din handle selv
    .cause = Du har oppgitt at virksomheten selv sender, mottar eller abonnerer, og ingen har en rettighet av seg selv, heller ikke eieren.
    .fix = Publiser policyen på nytt herfra, så kommer regelen med. Eller oppgi at bare andre handler.

policy-numbers-others = policyen nevner andre virksomheter enn deg: { $others }
    .cause = Den som har en egen regel, kan handle for enhver part, ikke bare for seg selv.
    .fix = Er det ikke meningen, tar du reglene ut og lar de andre virksomhetene godkjenne en systembruker i stedet. Det virker innen 10 minutter.

policy-nobody-approves = ingen kan godkjenne en systembruker for { $resource }
    .cause = Policyen har bare regler for virksomheter. En systembruker godkjennes av personer, som har en rolle eller en tilgangspakke.
    .fix = Skal andre enn de nevnte bruke ressursen, publiserer du policyen på nytt herfra. Da kan personer godkjenne.

row-may-approve = kan godkjenne, og så { $actions }

row-acts-itself = kan selv { $actions }, for enhver part

row-acts-for-any = kan { $actions }, for enhver part

row-lacks = kan { $has }, men ikke { $lacks }

row-matches-nobody = treffer ingen: din egen kode skulle stå der

## access.system

system-good = systemet { $system } har ressursen og klienten din

system-proven = tokenet beviser systemet { $system }

system-other = tokenet er for systemet { $system }, men du oppga { $answered }
    .cause = Maskinporten gir et token for systemet som har klienten din, og som ble godkjent. Du har oppgitt et annet.
    .fix = Oppgi { $system }, eller la system-ID-en stå tom. Er { $answered } det riktige, legg klienten din til på det, og be om systembruker for det.

system-none = klienten din er ikke på noe system ennå
    .cause = Et system står for programmet som kaller Altinn. Det nevner ressursene det trenger, og klientene som får bruke det.
    .fix = Registrer et system med denne ressursen og klient-ID-en din. Det er der med en gang.

system-missing = systemet { $system } er ikke registrert
    .cause = Det ble ikke registrert i dette miljøet, eller ID-en er skrevet feil.
    .fix = Registrer det med denne ressursen og klient-ID-en din, eller rett svaret.

system-deleted = systemet { $system } er slettet
    .cause = ID-en til et slettet system kan ikke brukes igjen.
    .fix = Registrer et nytt system med en annen ID, og oppgi den.

system-without-resource = systemet { $system } har ikke { $resource }
    .cause = En systembruker kan bare få det systemet ber om.
    .fix = Legg ressursen til i rettighetene til systemet, og be så om systembrukeren. Finnes den allerede, trengs en forespørsel om endring.

system-without-client = klienten din er ikke på systemet { $system }
    .cause = Maskinporten gir bare systembruker-token til klientene på listen til systemet.
    .fix = Legg klient-ID-en { $client } til på systemet. En klient kan bare være på ett system.

system-not-yours = systemet { $system } tilhører en annen virksomhet
    .cause = Eieren av klienten er ikke den som registrerte det.
    .fix = Oppgi et system som eieren av klienten har registrert: ID-en begynner med det organisasjonsnummeret.

row-your-system = registrert av eieren av klienten

## access.system-user

system-user-good = en systembruker handler for { $party }

system-user-proven = tokenet beviser en systembruker for { $party }

system-user-other-reference = systembrukeren for { $party } har en annen ekstern referanse
    .cause = Den ble bedt om med { $references }, og her er referansen { $reference }. Maskinporten finner en systembruker bare med den referansen den ble bedt om med.
    .fix = Oppgi den eksterne referansen på nytt: { $references }. Er det organisasjonsnummeret, lar du svaret stå tomt.

system-user-none = ingen har bedt om en systembruker for { $party }
    .cause = En systembruker lar systemet ditt handle for virksomheten. En person der må godkjenne den én gang.
    .fix = Be om systembrukeren, og send lenken til den som skal godkjenne.

system-user-waits = en person hos { $party } må godkjenne forespørselen
    .cause = Forespørselen er sendt, og ingen har svart på den ennå. Den som godkjenner, må ha rollen Tilgangsstyrer og de rettighetene systemet ber om.
    .fix = Få den som skal godkjenne, til å åpne lenken og velge «Godkjenn systemtilgang». I TT02 er det som regel du, logget inn med TestID. Etterpå virker det med en gang.

system-user-rejected = { $party } avviste forespørselen
    .cause = Personen som åpnet lenken, sa nei.
    .fix = Snakk med den som skal godkjenne. Slett så forespørselen, og be om en ny. Ber du om den igjen uten å slette, får du den avviste tilbake.

system-user-denied = Altinn avslo forespørselen for { $party }
    .cause = Altinn selv avsluttet forespørselen.
    .fix = Slett forespørselen, og be om en ny.

system-user-timed-out = forespørselen for { $party } har utløpt
    .cause = Ingen svarte på den i tide.
    .fix = Slett forespørselen, be om en ny, og send den nye lenken til den som skal godkjenne.

system-user-gone = forespørselen ble godkjent, men systembrukeren er borte
    .cause = Noen hos { $party } slettet systembrukeren etterpå.
    .fix = Slett forespørselen, og be om en ny.

## access.system-user-token

system-user-token-good = Maskinporten lar { $system } handle for { $party }

system-user-token-other = tokenet handler for { $party }, ikke for { $organisation }
    .cause = Maskinporten fant systembrukeren til en annen virksomhet.
    .fix = Rett organisasjonsnummeret eller den eksterne referansen.

system-user-token-without = tokenet nevner ingen systembruker
    .cause = Noe på veien har fjernet den, eller tokenet kommer ikke fra det Maskinporten som Altinn bruker.
    .fix = Sjekk at adressen til Maskinporten er riktig for miljøet.

system-user-token-refused = Maskinporten finner ingen systembruker hos deg for { $party }
    .cause = Det er én av disse fire: 1) forespørselen er ikke godkjent ennå, 2) klient-ID-en er ikke på systemet, 3) forespørselen hadde en ekstern referanse som ikke er oppgitt her, 4) organisasjonsnummeret tilhører en annen.
    .fix = Gå gjennom dem i den rekkefølgen, og rett den som er feil.

## access.service-owner

service-owner-good = Formidling kjenner deg som { $name }, med lagringsplass

service-owner-missing = Formidling kjenner deg ikke som tjenesteeier
    .cause = En tjenesteeier registrerer seg selv i Formidling én gang i hvert miljø.
    .fix = Registrer virksomheten din som tjenesteeier i Formidling. Lagringsplassen er klar noen minutter senere.

service-owner-storage-waits = Formidling gjør klar lagringsplassen din
    .cause = Altinn lager den én gang, rett etter at du har registrert deg. Det tar noen minutter.
    .fix = Vent, og sjekk igjen.

row-storage = { $status }

## access.resource-config

config-good = ressursen er satt opp i Formidling

config-missing = { $resource } er ikke satt opp i Formidling
    .cause = Formidling bruker en ressurs først når eieren har satt den opp der, selv om den er publisert.
    .fix = Sett opp ressursen i Formidling. Standardgrensene i Formidling er gode, og det virker med en gang.

config-not-yours = Formidling sier at { $resource } tilhører en annen
    .cause = Eieren som står i Ressursregisteret, er ikke eieren av klienten din.
    .fix = Bruk en klient fra virksomheten som eier ressursen, eller rett eieren og publiser på nytt.

row-limit-size = filer på opptil { $bytes }

row-limit-size-default = filer så store som Formidling tar dem

row-limit-life = filer ligger i { $time }

row-limit-life-default = filer ligger i 30 dager

row-limit-grace = bekreftede filer slettes etter { $time }

row-limit-grace-default = bekreftede filer slettes etter 2 timer

row-required-party = { $party } er med i hver filoverføring

row-required-party-none = alle som policyen slipper inn, kan være med

## access.members

members =
    { $count ->
        [one] { $count } virksomhet står på tilgangslisten
       *[other] { $count } virksomheter står på tilgangslisten
    }

members-no-list = ressursen har ingen tilgangsliste

members-none = tilgangslisten er tom, så ingen er med
    .cause = Ressursen slipper bare inn dem som står på tilgangslistene, og det er ingen.
    .fix = Legg avsenderne og mottakerne til på en tilgangsliste for ressursen. Det virker innen 10 minutter.

members-lack = ikke alle som er med, står på tilgangslisten
    .cause = Bare de på listen kan bruke ressursen, og de som nevnes her, mangler: { $organisations }.
    .fix = Slipp dem inn. Det virker innen 10 minutter.

members-not-enforced = tilgangslisten til { $resource } gjelder ikke ennå
    .cause = Du har oppgitt at bare de på en liste slippes inn, men Ressursregisteret slipper inn alle.
    .fix = Slipp bare inn dem på listen.

row-not-member = står ikke på listen

members-may-not-ask = kunne ikke se hvem som står på tilgangslisten
    .cause = Klienten har ikke { $scope }.
    .fix = Legg scopet til på klienten hvis du vil se medlemmene her.

row-member = på listen { $list }

row-member-for = på listen { $list }, for å { $actions }

## integrate.list

list-answers =
    { $count ->
        [one] Formidling svarer: { $count } filoverføring å se
       *[other] Formidling svarer: { $count } filoverføringer å se
    }

list-owner-answers = Formidling svarer deg som eier

list-no-access = Formidling slipper deg ikke inn til { $resource }
    .cause = Systembrukeren fikk ikke denne ressursen, virksomheten står ikke på tilgangslisten, eller tjenesteeieren har ikke satt den opp i Formidling. Formidling gir ett svar for alle tre.
    .fix = Spør tjenesteeieren om { $resource } er satt opp i Formidling, og om virksomheten din står på tilgangslisten.

list-no-access-yet = Formidling slipper deg ikke inn til { $resource } ennå
    .cause = Du endret noe for et øyeblikk siden. Nye rettigheter og regler når Formidling innen 10 minutter.
    .fix = Vent, og sjekk igjen etter { $until }.

list-token-not-taken = Formidling godtar ikke tokenet
    .cause = Tokenet er fra et annet miljø, er utløpt, eller klokken på denne maskinen går feil: Formidling tillater ingen forskjell.
    .fix = Se på klokken og miljøet, og sjekk igjen.

list-scope-missing = tokenet mangler scopet som Formidling ber om
    .cause = Tokenet er i orden, men har ikke scopet til rollen din.
    .fix = Legg scopet til rollen til på klienten i selvbetjeningsportalen.

list-not-acceptable = Formidling godtar ikke formen på forespørselen
    .cause = Noe på veien endrer headeren som sier hvilke svar som forstås.
    .fix = Be nettverksansvarlig om å slippe gjennom headeren Accept som den er.

## integrate.transfer

transfer-published = en filoverføring fra { $at } kan lastes ned

transfer-confirmed = en filoverføring fra { $at } er bekreftet av alle mottakerne

transfer-purged = en filoverføring fra { $at } gikk gjennom, og filen er slettet

transfer-old = den siste filoverføringen som gikk gjennom, er fra { $at }
    .cause = Det er mer enn 30 dager siden. Det beviser at det virket da.
    .fix =
        { $role ->
            [recipient] Be en avsender om en ny testfil, og hent den.
           *[other] Send en ny testfil.
        }

transfer-none = ingen testfil er sendt ennå
    .cause = Bare en virkelig filoverføring beviser at du får sende.
    .fix = Send en liten testfil, merket som test. Det som sendes, vises først.

transfer-none-received = ingen testfil er hentet ennå
    .cause = Bare en virkelig filoverføring beviser at du får motta.
    .fix = Be en avsender om en merket testfil, og hent og bekreft den.

transfer-test-waits = en testfil fra { $sender } venter på å bli hentet
    .cause = Filoverføring { $transfer } er merket som test.
    .fix = Hent den og bekreft den.

transfer-none-owner = ingen testfil har gått gjennom ennå
    .cause = Policyen lar din egen virksomhet være med, så du kan bevise hele veien selv.
    .fix = Send en liten, merket testfil til deg selv, og hent den, i én omgang.

transfer-ask-others = avsenderne og mottakerne dine beviser veien med en testfil
    .cause = Policyen slipper ingen virksomhet inn av seg selv, og du har ingen systembruker. Det er vanlig, og ingenting mangler.

transfer-processing = Formidling skanner filen
    .cause = Hver fil virusskannes før mottakeren ser den. Det tar fra sekunder til minutter.
    .fix = Vent, og sjekk igjen.

transfer-not-uploaded = filoverføring { $transfer } har ingen fil ennå
    .cause = Filoverføringen ble laget, men opplastingen ble ikke ferdig.
    .fix =
        { $role ->
            [recipient] Be avsenderen sende en ny. Formidling rydder den uferdige bort av seg selv.
           *[other] Send en ny testfil. Formidling rydder den uferdige bort av seg selv.
        }

transfer-failed = Formidling avsluttet filoverføringen: { $reason }
    .cause = En filoverføring som har feilet, kan ikke brukes igjen.
    .fix =
        { $role ->
            [recipient] Be avsenderen om en ny testfil, og hent den.
           *[other] Send en ny testfil.
        }

transfer-gone = Formidling har ingen filoverføring { $transfer }
    .cause = ID-en er fra et annet miljø, eller er skrevet feil.
    .fix =
        { $role ->
            [recipient] Fjern ID-en til filoverføringen, be en avsender om en ny testfil, og hent den.
           *[other] Fjern ID-en til filoverføringen, og send en ny testfil.
        }

transfer-not-ours = filoverføring { $transfer } får du ikke se
    .cause = Den tilhører andre virksomheter, eller en annen ressurs.
    .fix =
        { $role ->
            [recipient] Fjern ID-en til filoverføringen, be en avsender om en ny testfil, og hent den.
           *[other] Fjern ID-en til filoverføringen, og send en ny testfil.
        }

transfer-of-other-resource = filoverføring { $transfer } er ikke i ressursen { $resource }
    .cause = Det som gikk gjennom på en annen ressurs, beviser ingenting om denne.
    .fix =
        { $role ->
            [recipient] Fjern ID-en til filoverføringen, be en avsender om en ny testfil, og hent den.
           *[other] Fjern ID-en til filoverføringen, og send en ny testfil.
        }

transfer-of-other-sender = filoverføring { $transfer } ble ikke sendt av { $organisation }
    .cause = Bare din egen filoverføring beviser at du får sende.
    .fix = Fjern ID-en til filoverføringen, og send en ny testfil.

transfer-not-fetched = filoverføring { $transfer } er ikke hentet ennå
    .cause = At den ble sendt til deg, beviser ikke at du får motta den.
    .fix = Hent og bekreft den. Hva det gjør, vises først.

transfer-unconfirmed = filen i filoverføring { $transfer } er ikke bekreftet ennå
    .cause = Programmet ble stanset før det hadde hentet og bekreftet den.
    .fix = Fortsett med den. Det som er hentet, bekreftes og hentes ikke på nytt.

row-transfer = { $file }, { $size }

row-recipient-confirmed = har bekreftet nedlastingen

row-recipient-started = har begynt å laste ned

row-recipient-not-yet = har ikke lastet den ned ennå

## events.endpoint

endpoint-good = { $host } svarer

endpoint-not-https = Altinn godtar bare adresser som begynner med https
    .cause = Hendelser har organisasjonsnumre og ID-er til filoverføringer i seg, så Altinn sender dem bare kryptert.
    .fix = Oppgi en https-adresse som har et sertifikat alle stoler på.

endpoint-private = { $host } er en adresse inne i et privat nettverk
    .cause = Altinn sender hendelser over internett og kommer ikke dit, med mindre navnet betyr noe annet der ute.
    .fix = Oppgi en adresse som kan nås fra internett. Valideringen viser om den virker.

endpoint-no-answer = { $host } svarer ikke, sett fra denne maskinen
    .cause = Kanskje slipper ditt eget nettverk ikke denne maskinen dit, selv om Altinn kommer fram. Valideringen er beviset.
    .fix = Går valideringen heller ikke gjennom, sjekk at webhooken kjører.

endpoint-certificate = sertifikatet til { $host } er tvilsomt, sett fra denne maskinen
    .cause = Altinn godtar bare sertifikater fra offentlige utstedere. Valideringen er beviset.
    .fix = Går valideringen heller ikke gjennom, legg hele kjeden fra en offentlig utsteder på webhooken.

## events.subscription

subscription-good =
    { $count ->
        [one] { $count } abonnement passer
       *[other] { $count } abonnementer passer
    }

subscription-none = denne webhooken abonnerer ikke på noe
    .cause = Altinn sender hendelser til dem som abonnerer.
    .fix = La webhooken abonnere. Gjør det før den første filoverføringen, fordi Altinn i en time husker at ingen abonnerer.

subscription-partly =
    { $all ->
        [one] { $found } av { $all } abonnement
       *[other] { $found } av { $all } abonnementer
    }
    .cause = Hver hendelsestype du har valgt, trenger sitt eget abonnement.
    .fix = Abonner på resten. Bare det som mangler, blir laget.

subscription-faulty = det finnes abonnementer, men ingen av dem passer
    .cause = Altinn sammenligner hvert filter bokstav for bokstav. Linjene i dette funnet sier hva som er galt med hvert av dem.
    .fix = Abonner på nytt, med filtre som passer. De gamle gjør ingen skade, og kan slettes.

subscription-other-identity = abonnert, men av den andre identiteten til virksomheten
    .cause = Altinn viser et abonnement bare for identiteten som laget det: virksomheten og systembrukeren er to. Hendelsene kommer likevel.
    .fix = La det stå som det er. Vil du endre eller slette det, bruk samme slags token.

row-subscribed = abonnement { $number }

row-subscribed-by-other = abonnement { $number } hos { $consumer }

row-not-subscribed = ikke abonnert

row-old-source = har et source-filter, som Altinn ikke godtar lenger: ressursfilteret har erstattet det

row-old-source-file = har et source-filter som slutter på /file: den gamle dokumentasjonen hadde det, og det passer aldri

row-old-type = finnes, men får aldri noe: typen er { $given }, men hendelsene har { $wanted }

row-unknown-type = finnes, men får aldri noe: ingen hendelse har typen { $given }

row-old-subject = finnes, men får aldri noe: subject er { $given }, men hendelsene har { $wanted }

row-empty-filter = finnes, men får aldri noe: ett av filtrene er tomt, og i en hendelse er ingenting tomt

row-no-subject = har ikke noe subject, så det gjelder alle

row-other-subject = gjelder { $given }

row-other-type = gjelder bare { $given }

row-all-types = gjelder alle typer

row-other-endpoint = leder til en annen adresse

## events.validated

validated = webhooken har svart Altinn

validation-tried = Altinn prøver webhooken
    .cause = Altinn sender en valideringshendelse og gjentar den i noen minutter. Et hvilket som helst svar fra 200 til 299 innen 45 sekunder er godt nok.
    .fix = Vent til senest { $until }.

not-validated = { $endpoint } har ikke svart på valideringshendelsen fra Altinn
    .cause = Webhooken svarte noe annet enn 200 til 299, brukte mer enn 45 sekunder, eller sendte Altinn et annet sted. Eller den har ikke et offentlig sertifikat.
    .fix = Få webhooken til å svare 200 på hver POST, og abonner på nytt: det samme abonnementet prøves igjen.

row-validated = validert

row-not-validated = ikke validert

## events.received

event-at-receiver = en hendelse kom til mottakeren i dette programmet, { $at }

event-at-sink = en hendelse kom til sandkassens egen webhook, { $at }

event-at-application = programmet ditt fikk en hendelse, { $at }, sier du

event-polled = Altinn fortalte om en hendelse da det ble spurt: { $at }

event-told = programmet ditt fikk en hendelse { $day }, sier du

event-awaited = ingen hendelse har kommet ennå
    .cause = Altinn kan i en time huske at ingen abonnerte. Etter det kommer hendelser i løpet av sekunder.
    .fix = Vent til senest { $until }.

event-needs-transfer = ingen hendelse har kommet, og ingen fil er sendt siden du begynte å abonnere
    .cause = Bare en filoverføring lager en hendelse. Altinn kan fremdeles huske til { $until } at ingen abonnerte.
    .fix =
        { $role ->
            [recipient] Be en avsender om én testfil til. Den første hendelsen kommer så snart filen kan hentes.
           *[other] Send én testfil til.
        }

event-none = ingen hendelse har kommet
    .cause = Webhooken er validert og timen er over, så neste hendelse skulle komme.
    .fix =
        { $role ->
            [recipient] Be en avsender om én testfil til. Fikk programmet ditt en hendelse, noter dagen.
           *[other] Send én testfil til. Fikk programmet ditt en hendelse, noter dagen.
        }

row-event = kom

row-event-about = kom, om filoverføring { $transfer }

event-shows-soon = ingen hendelse vises ennå
    .cause = Altinn viser en hendelse et halvt minutt etter at den skjedde.
    .fix = Sjekk igjen om et halvt minutt.

event-none-polled = Altinn forteller ikke om noen hendelse
    .cause = Bare en filoverføring lager en hendelse, og Altinn viser den et halvt minutt senere.
    .fix =
        { $role ->
            [recipient] Be en avsender om én testfil til. Et halvt minutt senere kan hendelsen hentes.
           *[other] Send én testfil til. Et halvt minutt senere kan hendelsen hentes.
        }

row-next-try = har webhooken ikke svart, prøver Altinn neste gang { $at }

row-event-other-resource = kom, men gjelder en annen ressurs: { $given }

row-event-other-party = kom, men er til en annen virksomhet: { $given }

row-event-other-type = kom, men er av en annen type: { $given }

row-event-before = kom før webhooken eller typene ble endret: { $at }

## Causes: why a service refused a call, in any check or deed. Their ids are in `src/journey/cause.rs`.

api-key-missing = gatewayen ber om en API-nøkkel, men ingen fulgte med forespørselen
    .cause = I noen miljøer må alle forespørsler ha en, slik veiledningene fra 2024 sier.
    .fix = Fyll inn hvor API-nøkkelen er, i steg 1. Har du ingen, be Altinn Servicedesk om en.

api-key-unknown = gatewayen kjenner ikke API-nøkkelen
    .cause = Nøkkelen hører til et annet miljø, er skrevet feil, eller er ikke aktiv lenger.
    .fix = Sammenlign nøkkelen med den du fikk for dette miljøet.

no-route = gatewayen kjenner ikke denne adressen
    .cause = Basisadressen til plattformen er ikke Altinns, eller noe er lagt til den.
    .fix = Rett miljøet, eller adressen til plattformen.

client-unknown = Maskinporten kjenner ingen klient med denne ID-en
    .cause = ID-en er skrevet feil, eller klienten ble laget i det andre miljøet: test og produksjon har hver sine klienter.
    .fix = Kopier klient-ID-en fra selvbetjeningsportalen for dette miljøet. Laget du klienten for et øyeblikk siden, sjekk igjen om ti minutter: så lang tid kan en ny bruke.

client-unknown-kid = denne kid-en er ikke på klienten
    .cause = Den offentlige nøkkelen ble ikke lagt til på denne klienten. Eller den ble lagt til med en annen kid, eller i det andre miljøet.
    .fix = Sammenlign den med nøklene til klienten i selvbetjeningsportalen, og oppgi den kid-en som står der. Står det ingen, legg til den offentlige nøkkelen. La du den til for et øyeblikk siden, sjekk igjen om ti minutter: så lang tid kan en ny bruke.

client-no-kid = Maskinporten får ingen kid
    .cause = En klient med egne nøkler må si hvilken som signerer. Den kan ikke signere med et sertifikat.
    .fix = Oppgi kid-en som står ved nøkkelen i selvbetjeningsportalen, og at klienten signerer med en egen nøkkel.

client-key-expired = nøkkelen har utløpt
    .cause = Maskinporten godtar en nøkkel i ett år fra dagen den ble lagt til på klienten.
    .fix = Lag en ny nøkkel, legg til den offentlige delen på klienten i selvbetjeningsportalen, og fyll inn den nye kid-en. Det virker innen få minutter.

client-wrong-key = den private nøkkelen hører ikke til denne kid-en
    .cause = Signaturen passer ikke til den offentlige nøkkelen som klienten har under denne kid-en.
    .fix = Oppgi den private nøkkelen som ble laget sammen med den offentlige, eller legg til den offentlige delen av denne nøkkelen på klienten.

client-clock = Maskinporten sier at tiden i forespørselen er feil
    .cause = Klokken på denne maskinen går mer enn 10 sekunder feil.
    .fix = Still klokken på denne maskinen automatisk. Det virker med en gang.

client-time-disputed = Maskinporten sier at tiden i forespørselen er feil, men Maskinportens egen klokke sier at den er riktig
    .cause = Klokken til Maskinporten er enig med klokken på denne maskinen. Enten ble forespørselen holdt igjen i mer enn 10 sekunder på veien, eller så har Maskinporten egne problemer.
    .fix = Sjekk igjen. Blir det ikke bedre, spør nettverksansvarlig hva som holder forespørselen igjen, og send servicedesken det som står her.

client-audience = forespørselen nevner et annet Maskinporten enn det som fikk den
    .cause = Adressen til Maskinporten er en annen enn navnet det har på seg selv, ofte i skråstreken på slutten eller i miljøet.
    .fix = Skriv adressen til Maskinporten nøyaktig slik issuer står i metadataene der, med skråstreken til slutt.

client-certificate = Maskinporten godtar ikke sertifikatet
    .cause = Det er utstedt for et annet miljø eller av noen andre, eller det er trukket tilbake.
    .fix = Spør den som utstedte det, om det fremdeles gjelder, eller bruk en klient med en egen nøkkel: legg til en i selvbetjeningsportalen.

client-certificate-owner = sertifikatet er ikke fra virksomheten som eier klienten
    .cause = Maskinporten sammenligner organisasjonsnummeret i sertifikatet med det klienten har.
    .fix = Oppgi sertifikatet til eieren av klienten, eller oppgi ID-en til en klient som virksomheten din eier.

client-replay = Maskinporten har sett akkurat denne forespørselen før
    .cause = Noe på veien sendte den to ganger.
    .fix = Sjekk igjen. Blir det ikke bedre, spør nettverksansvarlig om en proxy gjentar forespørsler.

request-unreadable = Maskinporten kan ikke lese forespørselen
    .cause = Noe på veien ødela den: et linjeskift eller en bokstav for mye eller for lite i signeringen er nok.
    .fix = Sjekk igjen. Blir det ikke bedre, spør nettverksansvarlig hva som står mellom denne maskinen og Maskinporten.

scope-not-on-client = scopet er ikke på klienten
    .cause = Ingen har lagt det til på denne klienten, eller Altinn har ikke gitt det til virksomheten din ennå.
    .fix = Åpne klienten i selvbetjeningsportalen, «Scopes», «Legg til». Det virker innen få minutter. Får du ikke velge det der, be servicedesk@altinn.no om det.

scope-not-for-maskinporten = en klient av denne typen får ikke be om scopet
    .cause = Klienten er av en annen type enn Maskinporten, for eksempel ID-porten.
    .fix = Lag en klient av typen Maskinporten i selvbetjeningsportalen, og oppgi ID-en til den.

scope-not-granted = scopet er ikke gitt til eieren av klienten
    .cause = Altinn Servicedesk gir scopes til hver virksomhet for hånd, og hver for seg i test og produksjon.
    .fix = Skriv til servicedesk@altinn.no med organisasjonsnummeret ditt, scopes og miljø. Et svar tar noen virkedager.

scope-not-delegated = kunden har ikke delegert scopet til eieren av klienten
    .cause = Klienten spør på vegne av noen andre, som først må gi eieren av den denne tilgangen i Altinn.
    .fix = Be kunden delegere API-et i Altinn, i akkurat dette miljøet.

authorization-details = Maskinporten forstår ikke hvilken systembruker det gjelder
    .cause = Den delen av forespørselen som nevner systembrukeren, er skrevet feil, eller noe på veien har endret den.
    .fix = La broker-setup be om tokenet, og sammenlign det din egen kode sender, med det.

no-system-user = Maskinporten finner ingen systembruker som lar denne klienten handle for virksomheten
    .cause = Det er én av disse fire: 1) forespørselen er ikke godkjent ennå, 2) klient-ID-en er ikke på systemet, 3) forespørselen hadde en ekstern referanse som ikke er oppgitt her, 4) organisasjonsnummeret tilhører en annen.
    .fix = Gå gjennom dem i den rekkefølgen, og rett den som er feil.

exchange-address = Altinns tokenbytte kjenner ikke adressen det ble kalt på
    .cause = Adressen slutter med hvem som laget tokenet, og noe på veien har endret den.
    .fix = Spør nettverksansvarlig hva som endrer adresser på veien til Altinn. Har du satt opp miljøet selv, retter du adressen til plattformen.

enterprise-user-gone = Altinn godtar ikke lenger virksomhetsbrukere
    .cause = Kallet kom med headeren X-Altinn-EnterpriseUser-Authentication, som ikke sendes herfra: Noe på veien legger den til.
    .fix = Be nettverksansvarlig om å fjerne den headeren. En systembruker gjør det virksomhetsbrukeren gjorde.

body-not-taken = tjenesten leser ikke det som ble sendt
    .cause = Innholdstypen er den dokumenterte når den går herfra: Noe på veien har endret den.
    .fix = Spør nettverksansvarlig hva som endrer forespørsler på veien til Altinn.

policy-refused = Ressursregisteret godtar ikke policyen
    .cause = En regel nevner en annen ressurs enn denne, eller ingen; eller ressursen er ikke publisert ennå.
    .fix = Rett regelen som tjenesten nevner, eller publiser ressursen først. Publiser så policyen på nytt.

exchange-other-environment = Altinn godtar ikke et token fra et annet miljø
    .cause = Tokenet er signert av { $issuer }, og { $host } er i et annet miljø. Test og produksjon kjenner ikke hverandre.
    .fix = Oppgi miljøet på nytt, slik at Maskinporten og plattformen er i samme miljø.

exchange-refused = Altinn godtar ikke tokenet fra Maskinporten
    .cause = Som regel er tokenet fra det andre miljøet: test og produksjon kjenner ikke hverandre. Altinn svarer også slik når det har egne problemer.
    .fix = Sjekk at Maskinporten og plattformen er i samme miljø. Er de det, sjekk igjen om noen minutter.

token-not-taken = tjenesten godtar ikke tokenet
    .cause = Tokenet er fra et annet miljø, er utløpt, eller klokken på denne maskinen går feil.
    .fix = Se på klokken og miljøet, og sjekk igjen.

scope-missing = tokenet mangler scopet som tjenesten ber om
    .cause = Tokenet er i orden, men har ikke scopet for denne forespørselen. Det kan også være en annen som må be om det.
    .fix = Legg scopet til på klienten i selvbetjeningsportalen.

not-acceptable = tjenesten godtar ikke formen på forespørselen
    .cause = Noe på veien endrer headeren som sier hvilke svar som forstås.
    .fix = Be nettverksansvarlig om å slippe gjennom headeren Accept som den er.

system-vendor-refused = Altinn ser ikke hvem som eier klienten
    .cause = Organisasjonsnummeret i tokenet er ikke det systemet registreres for.
    .fix = Sammenlign eieren av klienten med det sjekken av identiteten til klienten sier.

system-id-refused = registeret godtar ikke ID-en til systemet
    .cause = Den må være organisasjonsnummeret til eieren av klienten, en understrek og et navn, uten mellomrom.
    .fix = La system-ID-en stå tom: en som passer, blir foreslått.

system-id-taken = ID-en til systemet er brukt opp
    .cause = Et annet system har den, eller hadde den før det ble slettet. En ID gis aldri ut to ganger.
    .fix = La system-ID-en stå tom: en ledig blir foreslått.

system-resource-unknown = registeret kjenner ikke ressursen
    .cause = Ressursen er ikke i Ressursregisteret i dette miljøet, eller ID-en er skrevet feil.
    .fix = Sammenlign ressursens ID og miljøet med det tjenesteeieren sier.

system-client-taken = klienten er på et annet system
    .cause = En klient kan bare være på ett system, og denne er på et annet av dine eller hos en annen virksomhet.
    .fix = Bruk det systemet, eller lag en ny klient i selvbetjeningsportalen og fyll inn ID-en til den her.

system-redirect-refused = Altinn godtar ikke siden etter godkjenningen
    .cause = Den må være en hel https-adresse, og en av dem systemet er registrert med.
    .fix = La sidene etter godkjenningen stå tomme. Resultatet vises her uten dem.

system-rights-twice = det samme bes om to ganger
    .cause = Systemet har en rettighet eller en tilgangspakke to ganger på listen.
    .fix = Fjern den ene der systemet vedlikeholdes, og gjør dette igjen.

system-package-refused = Altinn godtar ikke en tilgangspakke på systemet
    .cause = Pakken finnes ikke, er ikke på systemet, eller er for dem som handler for mange kunder.
    .fix = Ta pakken av systemet. Filer trenger bare ressursen.

system-for-agents = systemet er for dem som handler for mange kunder
    .cause = Et slikt system har egne forespørsler, som dette programmet ikke lager.
    .fix = Bruk et eget system til dette: la system-ID-en stå tom, og registrer det som blir foreslått.

system-resource-not-delegable = ressursen kan ikke gis til en systembruker
    .cause = Eieren har ikke sagt at den kan gis videre.
    .fix =
        { $role ->
            [service-owner] Sett ressursen som delegerbar i Altinn Studio, og publiser den på nytt.
           *[other] Be tjenesteeieren sette ressursen som delegerbar, og publisere den på nytt.
        }

system-deleted-before = systemet er slettet
    .cause = Et slettet system beholder ID-en, og ingenting i det kan endres.
    .fix = La system-ID-en stå tom, og registrer systemet som blir foreslått.

system-unknown = registeret kjenner ikke et slikt system hos deg
    .cause = ID-en er skrevet feil, eller er fra et annet miljø eller en annen leverandør.
    .fix = La system-ID-en stå tom: ditt blir funnet, eller et nytt blir foreslått.

party-not-in-register = Altinn kjenner ikke virksomheten
    .cause = Virksomheten er ikke i registeret i dette miljøet. Testmiljøer kjenner syntetiske organisasjoner, og tjenesteeiere som seg selv.
    .fix = Velg en syntetisk organisasjon fra Tenor, eller be servicedesk@altinn.no legge inn din.

right-not-on-system = systemet har ikke rettigheten
    .cause = En systembruker kan bare få det systemet har, og minst én rettighet.
    .fix = Legg ressursen til i systemet, og spør igjen.

systems-failed = Altinn kunne ikke lagre det
    .cause = Tjenesten feilet av seg selv.
    .fix = Gjør dette igjen om noen minutter. Fortsetter det, send koden og tidspunktet til servicedesk@altinn.no.

system-user-there = det finnes allerede en systembruker
    .cause = Noen har bedt om den, og den er godkjent.
    .fix = Kjør sjekkene: de finner den.

request-pending = en forespørsel venter allerede på svar
    .cause = Den ble sendt for det samme systemet, den samme virksomheten og den samme referansen.
    .fix = Be om systembrukeren igjen: forespørselen som venter, tas opp.

request-declined = en tidligere forespørsel ble avvist
    .cause = Så lenge den er der, lager Altinn ingen ny.
    .fix = Snakk med den som avviste den, og be så om systembrukeren igjen: den tidligere forespørselen slettes først.

request-answered = forespørselen er allerede besvart
    .cause = Bare en forespørsel som venter, kan endres eller besvares.
    .fix = Kjør sjekkene: de viser svaret.

approver-may-not = den som skal godkjenne, kan ikke godkjenne dette
    .cause = Personen mangler rollen Tilgangsstyrer eller en av rettighetene systemet ber om, eller er logget inn for en annen virksomhet.
    .fix = Få daglig leder i virksomheten til å åpne lenken, eller en annen person med de rettighetene.

system-user-unknown = det finnes ingen slik systembruker
    .cause = Den er slettet, eller hører til et annet system.
    .fix = Be om systembrukeren.

system-name-missing = systemet mangler et navn som kan vises til den som godkjenner
    .cause = Altinn viser navnet på bokmål, men systemet har ikke noe.
    .fix = Gi systemet et navn på bokmål der det vedlikeholdes, og få det godkjent igjen.

party-not-on-list = virksomheten står ikke på ressursens tilgangsliste
    .cause = Ressursen har en tilgangsliste, og bare medlemmene kan få den.
    .fix =
        { $role ->
            [service-owner] Legg virksomheten til på tilgangslisten. Det virker innen ti minutter.
           *[other] Be tjenesteeieren legge virksomheten til på tilgangslisten. Det virker innen ti minutter.
        }

request-unknown = det finnes ingen slik forespørsel om systembruker
    .cause = Den ble sendt for et annet system eller en annen part, med en annen ekstern referanse, eller aldri.
    .fix = Sammenlign den eksterne referansen med den forespørselen ble sendt med, eller be om en systembruker.

party-unknown = Altinn kjenner ikke en av disse virksomhetene
    .cause = Et nummer er skrevet feil, eller fra det andre miljøet.
    .fix = Sammenlign numrene. I test er bare syntetiske organisasjoner kjent, og tjenesteeierne selv.

service-owner-exists = Formidling kjenner allerede denne tjenesteeieren
    .cause = Den er registrert før.
    .fix = Sjekk igjen.

no-file-yet = ingen fil er lastet opp til denne filoverføringen ennå
    .cause = Filoverføringen er opprettet, men filen er aldri sendt, eller opplastingen ble brutt.
    .fix = La avsenderen laste opp filen, eller opprett en ny filoverføring hvis en opplasting var begynt før.

upload-failed = Formidling kunne ikke lagre filen
    .cause = Opplastingen ble brutt, eller lageret hos Altinn sviktet. Filoverføringen kan ikke brukes igjen.
    .fix =
        { $role ->
            [recipient] Be avsenderen om en ny filoverføring. Skjer det to ganger, skriver du til servicedesk@altinn.no med sporings-ID-en og tidspunktet.
           *[other] Send filen på nytt som en ny filoverføring. Skjer det to ganger, skriver du til servicedesk@altinn.no med sporings-ID-en og tidspunktet.
        }

limit-refused = Formidling godtar ikke en grense som er satt for ressursen
    .cause = En filstørrelse må være over null. En levetid er på høyst 365 dager, og tiden etter siste henting er på høyst 24 timer, hver skrevet som P30D eller PT2H.
    .fix = Rett grensen som meldingen nevner, og sett opp ressursen på nytt.

limit-needs-altinn = Altinn må godta denne grensen for ressursen først
    .cause = Mer enn 50 GB i produksjon går uten virusskanning, og det godkjenner Altinn for hver ressurs. Mer enn 100 GB er ikke prøvd.
    .fix = Hold grensen på 50 GB, eller be servicedesk@altinn.no om å få ressursen godkjent.

manifest-shim = broen til Altinn 2 mangler kodene sine
    .cause = Manifestfiler fra Altinn 2 trenger en ekstern tjenestekode og en utgavekode. En ny ressurs trenger ingen av dem.
    .fix = Slå av broen for manifestfiler, eller fyll inn begge kodene.

range-refused = den delen av filen som det ble spurt om, finnes ikke
    .cause = Området i forespørselen begynner etter slutten på filen.
    .fix = Be om filen fra begynnelsen, eller om en del innenfor størrelsen.

scan-not-ready = Formidling har ikke notert opplastingen ennå
    .cause = Svaret er mellom Altinns egne tjenester: Virusskanningen var raskere enn noteringen av opplastingen.
    .fix = Vent. Altinn prøver igjen av seg selv.

statistics-none = det er ingen filoverføringer å rapportere
    .cause = Måneden, ressursen eller tjenesteeieren det ble spurt om, har ingen.
    .fix = Spør om en annen måned.

statistics-failed = Formidling kunne ikke lage rapporten
    .cause = Tjenesten sviktet av seg selv.
    .fix = Spør igjen om noen minutter. Blir det ikke bedre, sender du sporings-ID-en til servicedesk@altinn.no.

statistics-asked-wrong = Formidling forstår ikke hvilken rapport det spørres om
    .cause = Året og måneden må være tallene til en måned som er gått, og minst én slags deltaker må være med.
    .fix = Rett året, måneden eller de to filtrene, og spør igjen.

caller-not-told = Formidling ser ikke hvilken virksomhet som spør
    .cause = Tokenet har ikke noe organisasjonsnummer: Som regel er det et token rett fra Maskinporten, eller et token for en annen slags bruker.
    .fix = Bytt Maskinporten-tokenet mot et Altinn-token først, og send det.

service-owner-failed = Formidling kunne ikke registrere tjenesteeieren
    .cause = Tjenesten sviktet av seg selv.
    .fix = Gjør dette igjen om noen minutter. Blir det ikke bedre, sender du koden og tidspunktet til servicedesk@altinn.no.

list-resource-unknown = tilgangslisten skal kobles til en ressurs som ikke finnes
    .cause = Ressursen er ikke publisert i dette miljøet, eller ID-en er skrevet feil.
    .fix = Publiser ressursen først, eller rett ID-en. Koble den så til listen.

list-resource-of-other = tilgangslisten og ressursen har hver sin eier
    .cause = En liste kan bare kobles til ressurser fra tjenesteeieren som har listen.
    .fix = Lag listen under ressursens egen tjenesteeier.

list-too-many = for mange medlemmer i én forespørsel til tilgangslisten
    .cause = Altinn tar høyst 100 medlemmer om gangen.
    .fix = Legg dem til eller fjern dem i flere forespørsler på høyst 100.

list-include-refused = det ble spurt om tilgangslistene på en måte som Altinn ikke godtar
    .cause = Ressursene i listene vises bare når én ressurs er nevnt.
    .fix = Nevn ressursen i forespørselen, eller la ressursene være.

list-owner-refused = Altinn kjenner ingen tjenesteeier med koden som står i adressen til listen
    .cause = Tilgangslister ligger under eierens kode, et kort ord, og ikke under organisasjonsnummeret.
    .fix = Skriv tjenesteeierens kode i adressen.

request-not-valid = tjenesten finner noe i forespørselen som ikke er gyldig
    .cause = Koden sier bare det. Hva som er galt, står i medlemmene validationErrors eller errors ved siden av.
    .fix = Slå opp koden inni svaret: Den begynner med AUTH.VLD eller RR.VLD.

transfer-unknown = Formidling kjenner ingen slik filoverføring
    .cause = ID-en er fra et annet miljø, eller er skrevet feil.
    .fix = Sammenlign ID-en og miljøet: en filoverføring i test er ikke kjent i produksjon.

transfer-started = filoverføringen er lastet opp før
    .cause = En filoverføring tar én opplasting, også når den ble brutt.
    .fix =
        { $role ->
            [recipient] Be avsenderen lage en ny filoverføring.
           *[other] Lag en ny filoverføring.
        }

resource-unsound = Formidling finner ingen ressurs i Altinn med en tjenesteeier bak seg
    .cause = Ressursen er ikke publisert i dette miljøet, eller eieren er ikke fylt inn.
    .fix =
        { $role ->
            [service-owner] Publiser ressursen på nytt, i dette miljøet, med eieren fylt inn.
           *[other] Be tjenesteeieren publisere ressursen på nytt, i dette miljøet, med eieren fylt inn.
        }

no-access = Formidling slipper deg ikke inn til ressursen
    .cause =
        { $role ->
            [service-owner] Ressursen er ikke satt opp i Formidling, policyen har ingen regel for virksomheten din, eller den er utelatt fra tilgangslisten. Formidling gir ett svar for alle tre.
           *[other] Systembrukeren fikk ikke denne ressursen, virksomheten står ikke på tilgangslisten, eller tjenesteeieren har ikke satt den opp i Formidling. Formidling gir ett svar for alle tre.
        }
    .fix =
        { $role ->
            [service-owner] Sjekk at ressursen er satt opp i Formidling, og at virksomheten din står på tilgangslisten hvis den har en. Vent ti minutter etter en endring.
           *[other] Spør tjenesteeieren om ressursen er satt opp i Formidling, og om virksomheten din står på tilgangslisten. Vent ti minutter etter en endring.
        }

transfer-not-ready = filen i filoverføringen kan ikke hentes ennå
    .cause =
        { $role ->
            [sender] Altinn skanner den fremdeles, eller den ble ikke sendt hel.
           *[other] Den er ikke publisert: avsenderen har ikke sendt den hel, eller Altinn skanner den fremdeles.
        }
    .fix =
        { $role ->
            [recipient] Be avsenderen fullføre filoverføringen, og prøv igjen noen minutter senere.
           *[other] Prøv igjen om noen minutter. Blir det ikke bedre, send filen på nytt.
        }

checksum-differs = filen kom ikke til Altinn slik den var
    .cause = Sjekksummen er en annen enn den som var oppgitt. Filoverføringen har feilet og kan ikke brukes igjen.
    .fix =
        { $role ->
            [recipient] Be avsenderen sende den igjen som en ny filoverføring.
           *[other] Send den igjen som en ny filoverføring. Skjer det to ganger, er det noe på veien som endrer filen.
        }

transfer-not-published = filoverføringen kan ikke bekreftes slik den er
    .cause = Bare en som er publisert, kan det. Når den siste mottakeren har bekreftet, er den ikke det lenger.
    .fix = Se på statusen til filoverføringen: har alle bekreftet, er det ingenting igjen å gjøre.

file-too-large = filen er større enn ressursen tar
    .cause =
        { $role ->
            [service-owner] Du kan sette en grense for ressursen. Uten en er den 50 GB.
           *[other] Tjenesteeieren kan sette en grense for ressursen. Uten en er den 50 GB.
        }
    .fix =
        { $role ->
            [service-owner] Send en mindre fil, eller hev grensen for ressursen i Formidling.
            [recipient] Be avsenderen om en mindre fil, eller tjenesteeieren om å heve grensen.
           *[other] Send en mindre fil, eller be tjenesteeieren heve grensen.
        }

not-downloaded-yet = en fil kan ikke bekreftes før den er lastet ned
    .cause = Formidling har ikke sett noen nedlasting av denne filoverføringen fra virksomheten din.
    .fix = Last ned filen, og bekreft den så.

storage-not-ready = Altinn lager fremdeles lagringsplassen til tjenesteeieren
    .cause = En tjenesteeier som nettopp har registrert seg i Formidling, venter noen minutter på lagringsplassen.
    .fix = Prøv igjen om noen minutter.

service-owner-not-set-up = eieren av ressursen er ikke satt opp i Formidling
    .cause = En tjenesteeier registrerer seg selv i Formidling én gang i hvert miljø.
    .fix =
        { $role ->
            [service-owner] Registrer deg som tjenesteeier i Formidling, og sett så opp ressursen der.
           *[other] Be tjenesteeieren registrere seg i Formidling, og så sette opp ressursen der.
        }

resource-not-set-up = ressursen er ikke satt opp i Formidling
    .cause = Formidling bruker en ressurs først når eieren har satt den opp der, selv om den er publisert.
    .fix =
        { $role ->
            [service-owner] Sett opp ressursen i Formidling.
           *[other] Be tjenesteeieren sette opp ressursen i Formidling.
        }

required-party-missing = ressursen krever at tjenesteeieren er med i hver filoverføring
    .cause =
        { $role ->
            [service-owner] Du har oppgitt en part som må være med for ressursen, og den er verken avsender eller mottaker.
           *[other] Tjenesteeieren har oppgitt en part som må være med, og den er verken avsender eller mottaker.
        }
    .fix =
        { $role ->
            [service-owner] Velg din egen virksomhet som mottaker.
           *[other] Velg tjenesteeieren som mottaker.
        }

one-recipient-only = ressursen tar bare én mottaker, tjenesteeieren
    .cause =
        { $role ->
            [service-owner] Du har oppgitt en part som må være med, og som da er den eneste mottakeren av det andre sender.
           *[other] Tjenesteeieren har oppgitt en part som må være med, og som da er den eneste mottakeren av det andre sender.
        }
    .fix =
        { $role ->
            [service-owner] Velg din egen virksomhet som eneste mottaker.
           *[other] Velg tjenesteeieren som eneste mottaker.
        }

recipient-not-on-list = ressursen har en tilgangsliste, og ikke alle mottakerne står på den
    .cause = Bare virksomheter på listen får sende til hverandre.
    .fix =
        { $role ->
            [service-owner] Legg hver mottaker til på tilgangslisten. Det virker innen ti minutter.
           *[other] Be tjenesteeieren legge hver mottaker til på tilgangslisten. Det virker innen ti minutter.
        }

service-owner-unknown = Formidling kjenner deg ikke som tjenesteeier
    .cause = En tjenesteeier registrerer seg selv i Formidling én gang i hvert miljø.
    .fix = Registrer virksomheten din som tjenesteeier i Formidling. Lagringsplassen er klar noen minutter senere.

endpoint-not-taken = Altinn godtar ikke webhookens adresse
    .cause = Det må være en hel adresse som begynner med https.
    .fix = Fyll inn en https-adresse som Altinn kan nå fra internett.

filter-refused = Altinn Events godtar ikke filtrene i abonnementet
    .cause = Et filter fra den gamle dokumentasjonen, slik som sourceFilter, avvises i dag.
    .fix = Sammenlign filtrene med dem som broker-setup sender.

admin-token-not-taken = administrasjonen hos Digdir godtar ikke tokenet til administrasjonsklienten
    .cause = Tokenet kan ha utløpt, eller tilhøre et annet miljø.
    .fix = Sammenlign administrasjonsklienten med miljøet til denne profilen, og gjør så dette igjen.

admin-scope-missing = administrasjonsklienten kan ikke gjøre dette
    .cause = Tokenet mangler scopet som trengs.
    .fix = Bestill scopet hos Digdir for administrasjonsklienten: idporten:dcr.read for å se, idporten:dcr.modify eller idporten:dcr.write for å endre.

admin-client-unknown = administrasjonen hos Digdir kjenner ingen slik klient i virksomheten din
    .cause = Klienten tilhører en annen virksomhet eller et annet miljø, eller er slettet.
    .fix = Sammenlign klient-ID-en med selvbetjeningsportalen.

subscribe-not-allowed = policyen for ressursen lar deg ikke abonnere
    .cause = Ingen av reglene gir deg handlingen subscribe.
    .fix =
        { $role ->
            [service-owner] Legg til handlingen subscribe i reglene i policyen for dem som skal abonnere, og publiser den. Det virker innen ti minutter.
           *[other] Be tjenesteeieren legge til handlingen subscribe i reglene for dem som sender og mottar, og publisere policyen. Få så rettighetene til systembrukeren godkjent på nytt.
        }

## Svar på det sjekken som feiler, spør om selv

answer-grant-untold = bare portalen, eller en administrasjonsklient, viser hva Altinn har gitt

answer-signed = signert av { $issuer }, i samme miljø

answer-signed-elsewhere = signert av { $issuer }, og { $host } er i et annet miljø

answer-reference-same = den er { $reference } både her og hos Altinn

answer-reference-other = den er { $reference } her og { $references } hos Altinn

answer-reference-none = Altinn har ingen systembruker for virksomheten i dette systemet, uansett referanse

answer-reference-untold = å spørre krever scopet { $scope }

answer-configured-untold = Formidling svarer bare tjenesteeieren

answer-list-none = ressursen har ingen tilgangsliste

answer-list-untold = ressursen har en liste, og bare tjenesteeieren ser om { $party } står på den

answer-changed = noe ble endret herfra { $at }, og Formidling kjenner det kanskje ikke ennå

answer-unchanged = ingenting er endret her i den tiden

answer-filter-all = det tar imot hendelser av alle typer om ressursen for virksomheten

answer-filter-types = det tar bare imot hendelser av disse typene: { $types }

answer-identity-role = det eies av { $consumer }, som rollen abonnerer som

answer-identity-other = det eies av { $consumer }, og rollen abonnerer som en annen identitet

answer-nothing-to-deliver = det var ingen overføring etter at abonnementet ble opprettet

answer-delivery-tried = tok ikke webhooken imot, prøver Altinn igjen { $at }

answer-delivery-over = Altinn har gjort sitt siste forsøk

## Lines of proof

row-said-no = de sa nei { $day }: { $reason }. Rett det de nevner, og skriv til dem igjen.

row-service-says = tjenestens egne ord: { $words }

row-trace-id = sporings-ID, til servicedesken: { $trace }

row-vendor = er leverandøren din

row-ok = i orden

## From a newer version

not-known = ikke kjent for denne versjonen

## Keys that the program has made

key-for-test = nøkkelen ble laget for test, men miljøet er produksjon
    .cause = Nøkler for test og for produksjon holdes atskilt, så ingenting ble signert med den.
    .fix = Oppgi nøkkelen til klienten i produksjon. Finnes det ingen ennå, fjern svaret og lag en her.

key-for-production = nøkkelen ble laget for produksjon, men miljøet er et testmiljø
    .cause = Nøkler for test og for produksjon holdes atskilt, så ingenting ble signert med den.
    .fix = Oppgi nøkkelen til klienten i test. Finnes det ingen ennå, fjern svaret og lag en her.
