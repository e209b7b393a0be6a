### What checks found. A line is the summary, `.cause` the most likely reason, `.fix` the next action. Who must act, and the values
### that a line may use, are in `src/journey/message.rs`.

## Any check

needs-check = ikkje spurt enno: { $check } kjem først

field-missing = { $field } er ikkje fylt inn
    .fix = Fyll inn { $field }, og sjekk igjen.

key-not-given = { $field } er ikkje fylt inn
    .fix = La programmet lage ein nøkkel her, eller sei kvar den du har, ligg.

not-applicable = gjeld ikkje her

set-aside = lagt til side: { $reason }

set-aside-on = lagt til side { $day }: { $reason }

skipped-now = utelaten frå denne køyringa: { $reason }

rate-limited = kunne ikkje spørje: spurt for ofte
    .cause = Altinn avgrensar kor ofte ein kan spørje kvar av tenestene i løpet av eit minutt.
    .fix = Sjekk igjen etter { $until }.

no-answer-dns = kunne ikkje spørje: namnet { $host } er ikkje kjent her
    .cause = Maskina har ikkje noko nettverk, eller namnetenaren kjenner ikkje verten. Nettverk med proxy svarar ofte slik.
    .fix = Sjå på nettverkstilkoplinga, og set HTTPS_PROXY viss nettverket ditt har ein proxy. Sjekk så igjen.

no-answer-refused = kunne ikkje spørje: { $host } avviser tilkoplinga
    .cause = Noko på vegen, som regel ein brannmur, seier nei til tilkoplinga.
    .fix = Be nettverksansvarleg om å la denne maskina nå { $host }, på port 443 der ingen annan er nemnd.

no-answer-here = kunne ikkje spørje: ingenting på denne maskina svarar på { $host }
    .cause = { $host } er ei adresse på denne maskina sjølv, og ingen program lyttar der. Ei sandkasse som var der, er avslutta, eller lyttar på ei anna adresse no.
    .fix = Start sandkassa igjen, og bruk adressene ho har no: med --kit skriv ho dei på nytt. Sjekk så igjen.

no-answer-timeout = kunne ikkje spørje: { $host } svarar ikkje i tide
    .cause = Som regel er det ein brannmur som stoppar trafikken utan å svare. Tenesta kan også vere treg akkurat no.
    .fix = Sjekk igjen. Blir det ikkje betre, be nettverksansvarleg om å la denne maskina nå { $host }, på port 443 der ingen annan er nemnd.

no-answer-broken = kunne ikkje spørje: tilkoplinga til { $host } blei broten
    .cause = Noko på vegen lukka tilkoplinga før svaret var fullstendig.
    .fix = Sjekk igjen. Blir det ikkje betre, spør nettverksansvarleg kva som står mellom denne maskina og { $host }.

no-answer-tls = denne maskina stolar ikkje på sertifikatet til { $host }
    .cause = Noko på vegen, som regel trafikkontrollen i ditt eige nettverk, svarar i staden for tenesta.
    .fix = Be nettverksansvarleg om eit unntak for { $host }, eller om sertifikatet til utferdaren. Oppgi den fila med --ca, eller installer ho på denne maskina.

no-answer-tls-issuer = sertifikatet til { $host } kjem frå { $issuer }, som maskina ikkje stolar på
    .cause = Noko på vegen, som regel trafikkontrollen i ditt eige nettverk, svarar i staden for tenesta.
    .fix = Be nettverksansvarleg om eit unntak for { $host }, eller om sertifikatet til { $issuer }. Oppgi den fila med --ca, eller installer ho på denne maskina.

no-answer-tls-expired = sertifikatet til { $host } har gått ut
    .cause = Noko på vegen svarar med eit gammalt sertifikat, eller klokka på denne maskina går langt føre. Altinn fornyar sine eigne i tide.
    .fix = Sjå på klokka på denne maskina først. Går ho rett, spør nettverksansvarleg kva som svarar i staden for { $host }.

no-answer-tls-early = sertifikatet til { $host } gjeld ikkje enno
    .cause = Klokka på denne maskina er dagar etter, eller noko på vegen svarar med eit eige sertifikat.
    .fix = Still klokka på denne maskina automatisk, og sjekk igjen. Blir det ikkje betre, spør nettverksansvarleg kva som svarar i staden for { $host }.

no-answer-tls-name = sertifikatet som svarar for { $host }, gjeld eit anna namn
    .cause = Namnet fører til ei anna maskin: Ein namnetenar, ein proxy eller ei linje i vertsfila på denne maskina sender det dit. Eller adressa til miljøet er feilskriven.
    .fix = Samanlikn adressa med den Altinn har. Er ho rett, spør nettverksansvarleg kvar { $host } fører.

proxy-dns = kunne ikkje spørje: namnet på proxyen { $proxy } er ikkje kjent her
    .cause = Namnet på proxyen er skrive feil, eller maskina er på eit anna nettverk enn det som har proxyen.
    .fix = Rett { $variable }, eller fjern han viss dette nettverket ikkje treng proxy. Start så programmet på nytt.

proxy-refused = kunne ikkje spørje: proxyen { $proxy } avviser tilkoplinga
    .cause = Det køyrer ingen proxy der, eller porten er ein annan.
    .fix = Rett porten i { $variable }, eller start proxyen. Er han ikkje din, spør nettverksansvarleg.

proxy-timeout = kunne ikkje spørje: proxyen { $proxy } svarar ikkje i tide
    .cause = Proxyen er nede eller overbelasta, eller maskina er på eit anna nettverk enn det som har proxyen.
    .fix = Sjekk igjen. Blir det ikkje betre, spør nettverksansvarleg om proxyen { $proxy } verkar.

proxy-broken = kunne ikkje spørje: proxyen { $proxy } bryt tilkoplinga
    .cause = Det som svarar der, er ikkje ein proxy av det slaget { $variable } oppgir, eller så svikta han.
    .fix = Samanlikn { $variable } med det nettverksansvarleg seier, og start programmet på nytt.

proxy-certificate = denne maskina stolar ikkje på sertifikatet til sjølve proxyen { $proxy }
    .cause = Proxyen viser eit sertifikat frå ein utferdar som denne maskina ikkje kjenner.
    .fix = Be nettverksansvarleg om sertifikatutferdaren til proxyen, og installer han på denne maskina. Eller bruk adressa til proxyen med http:// framfor.

proxy-certificate-issuer = sertifikatet til sjølve proxyen { $proxy } kjem frå { $issuer }, som maskina ikkje stolar på
    .cause = Proxyen viser eit sertifikat frå ein utferdar som denne maskina ikkje kjenner.
    .fix = Be nettverksansvarleg om utferdaren { $issuer }, og installer han på denne maskina. Eller bruk adressa til proxyen med http:// framfor.

proxy-log-in = proxyen { $proxy } ber om namn og passord
    .cause = Proxyen slepp ingen ukjende gjennom. Altinn er ikkje spurd om noko.
    .fix = Skriv begge i { $variable }, som http://NAME:PASSWORD@{ $proxy }, med kvart spesialteikn prosentkoda (ein # er %23). Start så programmet på nytt.

proxy-log-in-refused = proxyen { $proxy } godtek ikkje namnet og passordet
    .cause = Dei er skrivne feil eller har gått ut, eller eit spesialteikn i dei er ikkje prosentkoda. Altinn er ikkje spurd om noko.
    .fix = Rett namnet og passordet i { $variable }, og start programmet på nytt.

proxy-log-in-other = proxyen { $proxy } ber om ei innlogging som dette programmet ikkje kan: { $offered }
    .cause = Programmet kan berre logge inn med namn og passord (Basic). Altinn er ikkje spurd om noko.
    .fix = Be nettverksansvarleg om ein veg utan innlogging. Eller køyr ein liten proxy her som loggar inn for deg (Px og Cntlm gjer det), og oppgi han i { $variable }.

proxy-denies = proxyen { $proxy } slepp ikkje denne maskina gjennom til { $host } ({ $status })
    .cause = Proxyen har ei liste over kva ein kan nå, og { $host } står ikkje der. Altinn er ikkje spurd om noko.
    .fix = Be nettverksansvarleg om å tillate { $host } på port 443 i proxyen { $proxy }.

proxy-denies-untold = proxyen { $proxy } slepp ikkje denne maskina gjennom til { $host }
    .cause = Proxyen har ei liste over kva ein kan nå, og { $host } står ikkje der. Altinn er ikkje spurd om noko.
    .fix = Be nettverksansvarleg om å tillate { $host } på port 443 i proxyen { $proxy }.

proxy-no-way = kunne ikkje spørje: proxyen { $proxy } kjem ikkje fram til { $host } ({ $status })
    .cause = Proxyen svarar, men har inga tilkopling vidare, eller kjenner ikkje namnet { $host }.
    .fix = Sjekk igjen om nokre minutt. Blir det ikkje betre, spør nettverksansvarleg kvifor proxyen { $proxy } ikkje når { $host }.

proxy-variable-character = { $variable } kan ikkje lesast: { $character } i namnet eller passordet må skrivast { $encoded }
    .cause = Teiknet har si eiga tyding i ei adresse, så det er uklart kvar passordet sluttar. Ingenting blei sendt, verken med eller utan proxyen.
    .fix = Skriv { $encoded } i staden for { $character } i { $variable }, og start programmet på nytt.

proxy-variable-scheme = { $variable } kan ikkje brukast: ein proxy med ei adresse som byrjar med { $scheme }://, er ikkje kjend
    .cause = Adressa til ein proxy byrjar med http://, https://, socks5:// eller socks5h://. Ingenting blei sendt, verken med eller utan proxyen.
    .fix = Rett { $variable }, og start programmet på nytt.

proxy-variable-shape = { $variable } kan ikkje lesast: det er ikkje adressa til ein proxy
    .cause = Adressa ser ut som http://proxy.example.no:3128. Ingenting blei sendt, verken med eller utan proxyen.
    .fix = Rett { $variable }, eller fjern han viss dette nettverket ikkje treng proxy. Start så programmet på nytt.

certificates-missing = det finst inga fil { $path }, som { $named_by } oppgir
    .cause = { $named_by } oppgir ei fil med sertifikat du vil stole på. Ingenting blei sendt.
    .fix = Legg fila der, eller rett { $named_by }.

certificates-unreadable = { $path }, som { $named_by } oppgir, kan ikkje lesast: { $reason }
    .cause = { $named_by } oppgir ei fil med sertifikat du vil stole på. Ingenting blei sendt.
    .fix = La din eigen brukar lese fila, eller rett { $named_by }.

certificates-none = { $path }, som { $named_by } oppgir, har ingen sertifikat
    .cause = Ei fil med sertifikat er tekst med ei linje BEGIN CERTIFICATE (PEM), eller eitt sertifikat i DER. Ingenting blei sendt.
    .fix = Be nettverksansvarleg om sertifikatet til utferdaren som ei PEM-fil, og oppgi ho i { $named_by }.

foreign-html = ei nettside svarar i staden for { $host }
    .cause = Innloggings- eller varselsida til ein proxy står i vegen.
    .fix = Opne { $host } i ein nettlesar på denne maskina for å sjå kven som svarar, og be nettverksansvarleg om å sleppe programmet gjennom.

foreign-log-in = ein proxy som inga innstilling oppgir, svarar i staden for { $host } og ber om innlogging
    .cause = Nettverket ditt leier det som går til { $host }, gjennom ein eigen proxy. Altinn er ikkje spurd om noko.
    .fix = Be nettverksansvarleg om adressa til proxyen, og set HTTPS_PROXY til den adressa. Eller be om at denne maskina slepp gjennom til { $host } utan innlogging.

foreign-redirect = { $host } sender programmet ein annan stad, til { $target }
    .cause = Ingen av tenestene til Altinn gjer det: det gjer ein proxy på vegen. Programmet følgjer ikkje etter, og sender ingenting dit.
    .fix = Be nettverksansvarleg om å la denne maskina nå { $host } direkte.

foreign-too-large = kunne ikkje spørje: svaret frå { $host } er altfor stort
    .cause = Ingen svar frå tenesta er så store: noko anna svarar i staden for tenesta.
    .fix = Sjå på adressene til miljøet, og sjekk igjen.

foreign-unreadable = kunne ikkje spørje: svaret frå { $host } kan ikkje lesast
    .cause = Svaret sluttar for tidleg, eller har ikkje forma tenesta sjølv brukar. Noko på vegen kan ha endra det.
    .fix = Sjekk igjen. Blir det ikkje betre, spør nettverksansvarleg kva som står mellom denne maskina og { $host }.

not-our-host = kunne ikkje spørje: { $host } høyrer ikkje til dette miljøet
    .cause = Tokens og nøklar blir berre sende til vertane i sitt eige miljø.
    .fix = Sjå på adressene til miljøet, og sjekk igjen.

local = kunne ikkje spørje: denne maskina seier { $reason }
    .cause = Ei fil kunne ikkje lesast eller skrivast, eller nøkkelen signerte ikkje.
    .fix = Sjå på disken og fila med nøkkelen, og sjekk igjen.

service-trouble = kunne ikkje spørje: tenesta har eigne problem ({ $status })
    .cause = Tenesta svarar at ho svikta. Det er ingenting gale hos deg.
    .fix = Sjekk igjen om nokre minutt. Blir det ikkje betre, send Altinn Servicedesk det som står her, med sporings-ID-en viss han står her.

refused = tenesta avviser med { $status }, som ikkje er venta her
    .cause = Orda frå tenesta sjølv står i dette funnet.
    .fix = Sjekk igjen. Blir det ikkje betre, send Altinn Servicedesk dei orda, med sporings-ID-en viss han står her.

check-broke = kunne ikkje spørje: programmet sjølv svikta her
    .cause = Ein feil i dette programmet. Dei andre sjekkane er ikkje råka.
    .fix = Sjekk igjen, og meld frå viss det skjer to gonger.

## Run by a vendor

vendor-key = leverandøren har scopa som trengst, og ein API-nøkkel der det er kravd

vendor-client = leverandøren har sin eigen Maskinporten-klient

vendor-system = { $name } registrerer systemet sitt, med denne ressursen i det

vendor-approval-untold = du har ikkje sagt enno at systemtilgangen til leverandøren er godkjend
    .cause = Leverandøren ber om ein systembrukar og sender deg ei lenke. Altinn kallar det ein systemtilgang. Di eiga verksemd godkjenner han, og dette programmet kan ikkje sjå om det er gjort.
    .fix = Få ein person med rolla Tilgangsstyrar til å opne lenka og godkjenne. Det er gjort når Altinn viser systemtilgangen i «Tilgangsstyring», under «Systemtilgangar». Skriv så den dagen som { $field }.

vendor-approved = systemtilgangen blei godkjend { $day }, seier du

vendor-transfer-untold = du har ikkje sagt enno at ei testoverføring er sett
    .cause = Berre ei verkeleg filoverføring beviser at systemet til leverandøren verkar for deg, og dette programmet kan ikkje sjå overføringane til leverandøren.
    .fix = Avtal ei lita testfil med leverandøren. Ho gjekk gjennom når mottakaren har ho, eller når leverandøren viser deg at ho blei stadfesta. Skriv så den dagen som { $field }.

vendor-transfer-seen = ei testoverføring blei sett { $day }, seier du

vendor-integrate = leverandøren sender og tek imot filene
    .fix = Be leverandøren om ID-en til ei testoverføring. Den andre sida av overføringa ser ho også.

vendor-events = leverandøren abonnerer på hendingane

## A secret that cannot be fetched

secret-file-missing = det finst inga fil { $path }
    .cause = Ein sti etter file: byrjar i mappa til fila som oppgir han.
    .fix = Legg fila der, eller rett stien.

secret-file-unreadable = { $path } kan ikkje lesast: { $reason }
    .fix = La din eigen brukar lese fila, og ingen andre.

secret-file-not-regular =
    { $kind ->
        [folder] { $path } er ei mappe, ikkje ei fil
        [terminal] { $path } er ein terminal, ikkje ei fil
        [socket] { $path } er ein socket, ikkje ei fil
       *[device] { $path } er ei eining, ikkje ei fil
    }
    .fix = Oppgi fila som har hemmelegheita.

secret-file-leads-nowhere = { $path } er ei lenke til { $target }, der det ikkje er noko
    .fix = Legg fila der, eller rett lenka.

secret-file-took-too-long = { $path } er eit røyr, og den andre enden blei ikkje ferdig på 30 sekund
    .fix = Oppgi ei fil, eller la ein kommando skrive til røyret med ein gong.

secret-variable-unset = miljøvariabelen { $variable } er ikkje sett
    .fix = Set { $variable } i terminalen som startar programmet, og start det på nytt.

secret-command-missing = programmet { $program } finst ikkje
    .fix = Rett namnet etter cmd:, eller installer programmet.

secret-command-failed = programmet { $program } feila
    .fix = Køyr det i ein terminal for å sjå kvifor. Det det skriv, blir ikkje vist her, fordi det kan ha ein del av hemmelegheita i seg.

secret-command-failed-with = programmet { $program } feila med sluttkode { $status }
    .fix = Køyr det i ein terminal for å sjå kvifor. Det det skriv, blir ikkje vist her, fordi det kan ha ein del av hemmelegheita i seg.

secret-command-timed-out = programmet { $program } blei ikkje ferdig på 10 sekund
    .cause = Eit program som ber om eit passord, ventar for alltid her, fordi ingen kan skrive det.
    .fix = Lås det opp i ein terminal først, og sjekk igjen.

secret-too-large = det referansen viser til, er for stort for ei hemmelegheit: det er meir enn 1 MiB
    .fix = Rett referansen: ein nøkkel er nokre kilobyte, og eit nøkkellager med alle sertifikata i eit system nokre hundre.

secret-empty = det referansen viser til, er tomt
    .fix = Legg hemmelegheita der, eller rett referansen.

secret-not-text = det som ligg der, er ikkje tekst
    .fix = Oppgi ei fil, ein variabel eller ein kommando som berre har hemmelegheita, som tekst.

## key.reach

reach-all =
    { $hosts ->
        [one] { $hosts } vert svarar
       *[other] { $hosts } vertar svarar
    }

reach-others-silent = Altinn og Maskinporten svarar; ein vert som berre menneske brukar, gjer det ikkje
    .cause = Nettlesarar på andre maskiner når han kanskje. Programmet sjølv treng han ikkje.
    .fix = Gå vidare. Spør nettverksansvarleg dersom godkjenningssidene ikkje opnar seg.

row-answers = svarar med { $status }

row-trusts-system = sertifikatutferdarane på maskina gjeld

row-trusts-named = har sertifikatutferdarane som gjeld, slik { $named_by } seier

row-way-direct = blir kalla direkte, utan proxy

row-way-excepted = blir kalla direkte, fordi { $variable } unntek han frå proxyen

row-way-proxy = blir kalla gjennom proxyen { $proxy }, slik { $variable } seier

row-way-system-proxy = blir kalla gjennom proxyen { $proxy }, slik innstillingane i systemet seier

row-certificate-issuer = har signert sertifikatet

## key.clock

clock-agrees = klokka på denne maskina går rett

clock-no-date = kunne ikkje vite det: ingen svar har eit tidspunkt
    .cause = Noko på vegen fjernar tidspunktet frå svara.
    .fix = Samanlikn klokka på denne maskina med ei du stolar på. Maskinporten godtek høgst 10 sekund skilnad.

clock-behind =
    { $seconds ->
        [one] klokka på denne maskina går { $seconds } sekund etter
       *[other] klokka på denne maskina går { $seconds } sekund etter
    }
    .cause = Maskinporten avviser førespurnader med ei tid som er meir enn 10 sekund feil, så dette går så vidt.
    .fix = Still klokka på denne maskina automatisk. Det verkar med ein gong.

clock-ahead =
    { $seconds ->
        [one] klokka på denne maskina går { $seconds } sekund for fort
       *[other] klokka på denne maskina går { $seconds } sekund for fort
    }
    .cause = Maskinporten avviser førespurnader med ei tid som er meir enn 10 sekund feil, så dette går så vidt.
    .fix = Still klokka på denne maskina automatisk. Det verkar med ein gong.

clock-far-behind =
    { $seconds ->
        [one] klokka på denne maskina går { $seconds } sekund etter
       *[other] klokka på denne maskina går { $seconds } sekund etter
    }
    .cause = Maskinporten avviser alle førespurnader med ei tid som er meir enn 10 sekund feil.
    .fix = Still klokka på denne maskina automatisk. Det verkar med ein gong.

clock-far-ahead =
    { $seconds ->
        [one] klokka på denne maskina går { $seconds } sekund for fort
       *[other] klokka på denne maskina går { $seconds } sekund for fort
    }
    .cause = Maskinporten avviser alle førespurnader med ei tid som er meir enn 10 sekund feil.
    .fix = Still klokka på denne maskina automatisk. Det verkar med ein gong.

clock-service-off =
    { $seconds ->
        [one] klokka til { $host } går { $seconds } sekund feil
       *[other] klokka til { $host } går { $seconds } sekund feil
    }
    .cause = Klokka på denne maskina er samd med dei andre tenestene. Ei teneste som sjølv har feil klokke, avviser førespurnader som er rette.
    .fix = Sjekk igjen om nokre minutt; det er ingenting gale hos deg. Blir det ikkje betre, send servicedesken det som står her.

row-clock-agrees = er samd

row-clock-behind =
    { $seconds ->
        [one] seier at denne maskina er { $seconds } sekund etter
       *[other] seier at denne maskina er { $seconds } sekund etter
    }

row-clock-ahead =
    { $seconds ->
        [one] seier at denne maskina er { $seconds } sekund føre
       *[other] seier at denne maskina er { $seconds } sekund føre
    }

## key.gateway

gateway-open = gatewayen til Altinn ber ikkje om nokon API-nøkkel

gateway-open-key-sent = ingen API-nøkkel trengst; din blir send med, men ingenting beviser at han er rett

gateway-key-accepted = gatewayen til Altinn godtek API-nøkkelen din

gateway-key-missing = gatewayen til Altinn ber om ein API-nøkkel, men du har ingen
    .cause = I dette miljøet må alle førespurnader ha ein, slik rettleiingane frå 2024 seier.
    .fix = Skriv kvar nøkkelen er, som { $field }. Har du ingen, be Altinn Servicedesk om ein. Det tek nokre arbeidsdagar. Sandkassa har sin eigen klar.

gateway-key-wrong = gatewayen til Altinn godtek ikkje API-nøkkelen din
    .cause = Nøkkelen høyrer til eit anna miljø, er skriven feil, eller er ikkje aktiv lenger. Test og produksjon har ulike nøklar.
    .fix = Samanlikn nøkkelen med den du fekk for dette miljøet, og rett han der referansen viser.

gateway-key-lost = API-nøkkelen din blir send, men kjem ikkje fram
    .cause = Noko på vegen fjernar headeren som har han.
    .fix = Be nettverksansvarleg om å sleppe gjennom headeren Ocp-Apim-Subscription-Key.

gateway-no-route = { $host } kjenner ikkje Formidlings-API-et
    .cause = Basisadressa til plattforma er ikkje den Altinn har.
    .fix = Rett miljøet, eller adressa til plattforma.

row-gateway-open-today = ber ikkje om API-nøkkel i dag; i sandkassa kan du øve med ein

## key.scopes

scopes-granted = Altinn har gitt verksemda di dei scopa ho treng

scopes-not-granted = Altinn har ikkje gitt verksemda di { $scopes }
    .cause = Altinn Servicedesk gir scopes til kvar verksemd for hand, og kvar for seg i test og produksjon.
    .fix = Skriv til servicedesk@altinn.no med organisasjonsnummeret ditt, scopes og miljø, og noter dagen her. Eit svar tek nokre arbeidsdagar.

scopes-asked = du har bede Altinn Servicedesk om { $scopes }
    .cause = E-posten din { $asked } ber om det. Eit svar tek nokre arbeidsdagar.
    .fix = Vent på svaret. Legg scopes til på klienten i sjølvbetjeningsportalen viss dei ikkje er der enno.

scopes-to-add = du har bede om { $scopes }, som ikkje er på klienten enno
    .cause = E-posten din { $asked } ber om det. Berre servicedesken og portalen kan seie om det er gitt.
    .fix = Når servicedesken har svart, eller portalen tilbyr scopet, legg det til på klienten: opne klienten i sjølvbetjeningsportalen, «Scopes», «Legg til». Det verkar innan få minutt.

scopes-wanted-not-granted = gitt, unnateke { $scopes }
    .cause = Rolla di verkar utan, men ein del av oppsettet gjer det ikkje.
    .fix = Be servicedesk@altinn.no om det viss du treng det.

row-scope-is-granted = gitt

row-scope-not-granted = ikkje gitt til verksemda

row-scope-not-told = ikkje opplyst

## client.key

key-good = nøkkelen kan signere: RSA { $bits } ({ $form }), { $kid }, til { $expires }

key-good-expiry-unknown = nøkkelen kan signere: RSA { $bits } ({ $form }), { $kid }, ukjent utløp

key-expired = nøkkelen gjekk ut { $expired }
    .cause = Maskinporten godtek ein nøkkel i eitt år frå dagen han blei lagd til på klienten.
    .fix = Lag ein ny nøkkel, legg til den offentlege delen på klienten i sjølvbetjeningsportalen, og fyll inn den nye kid-en og dagen.

key-expires-this-month =
    { $days ->
        [one] nøkkelen går ut om { $days } dag: { $expires }
       *[other] nøkkelen går ut om { $days } dagar: { $expires }
    }
    .cause = Maskinporten godtek ein nøkkel i eitt år, og det er mindre enn ein månad igjen. Dei som signerer med han etter det, blir avviste.
    .fix = Lag den neste nøkkelen denne veka, og legg til den offentlege delen ved sida av den gamle. Gi så integrasjonen sin eigen nye nøkkel også.

key-expires-this-week =
    { $days ->
        [one] nøkkelen går ut om { $days } dag: { $expires }
       *[other] nøkkelen går ut om { $days } dagar: { $expires }
    }
    .cause = Maskinporten godtek ein nøkkel i eitt år, og det året er snart over. Frå den dagen gir nøkkelen ikkje noko token, og ingenting kan sendast eller hentast med han.
    .fix = Lag den neste nøkkelen i dag, og legg til den offentlege delen ved sida av den gamle. Det kan ta ti minutt før Maskinporten kjenner ein ny nøkkel.

key-expires-soon =
    { $days ->
        [one] nøkkelen går ut om { $days } dag: { $expires }
       *[other] nøkkelen går ut om { $days } dagar: { $expires }
    }
    .cause = Maskinporten godtek ein nøkkel i eitt år frå dagen han blei lagd til på klienten.
    .fix = Lag den neste nøkkelen no, og legg til den offentlege delen ved sida av den gamle i sjølvbetjeningsportalen. Ein klient kan ha opptil fem.

key-posted-later = nøkkelen kan signere, men dagen han blei lagd til, er ikkje kommen: { $posted }
    .cause = Ein nøkkel lever eitt år frå dagen han blei lagd til på klienten, og den dagen kan ikkje vere i framtida.
    .fix = Rett dagen: han står ved nøkkelen i sjølvbetjeningsportalen.

key-file-open = andre brukarar på denne maskina kan lese { $path }
    .cause = Den som les den private nøkkelen, kan handle som verksemda di.
    .fix = La berre din eigen brukar lese fila: chmod 600 i Linux og macOS.

key-kid-differs = kid-en er { $answered }, men fila til nøkkelen seier { $inside }
    .cause = Svaret er det som blir sendt. Maskinporten avviser det viss klienten ikkje kjenner det.
    .fix = Samanlikn begge med klienten i sjølvbetjeningsportalen, og rett svaret.

key-large = nøkkelen kan signere, men er større enn dei som er kjende for å verke: { $bits } bit
    .cause = Dokumentasjonen til Maskinporten nemner RSA-nøklar på 2048 bit. Større nøklar verkar som regel, men ingen lovar det.
    .fix = Lag ein nøkkel på 2048 bit viss Maskinporten avviser denne.

key-unknown-format = den private nøkkelen har inga kjend form
    .cause = Programmet les PEM og DER (PKCS#1, PKCS#8), PKCS#12, JWK og JWKS med den private delen, og JSON-filer som har ein slik nøkkel. Alt dette kan vere i base64. Ein kryptert nøkkel treng passordet sitt.
    .fix = Oppgi den private nøkkelen i ei av desse formene.

key-public-only = dette er den offentlege nøkkelen; det er den private som signerer
    .fix = Oppgi den private delen, som blei laga saman med han.

key-encrypted = den private nøkkelen er verna med eit passord
    .cause = Ingenting seier kvar passordet er: { $field } er ikkje fylt inn.
    .fix = Fyll inn { $field } med file:, env: eller cmd:, eller skriv passordet når programmet spør om det. Det blir aldri lagra.

key-not-rsa = den private nøkkelen er ikkje ein RSA-nøkkel for RS256: { $algorithm }
    .cause = Maskinporten godtek berre RSA-nøklar.
    .fix = Lag ein RSA-nøkkel på 2048 bit, og legg til den offentlege delen på klienten: { $command }

key-too-short = den private nøkkelen har berre { $bits } bit
    .cause = Maskinporten godtek RSA-nøklar på 2048 bit.
    .fix = Lag ein RSA-nøkkel på 2048 bit, og legg til den offentlege delen på klienten.

key-is-certificate = dette er eit sertifikat, ikkje ein privat nøkkel
    .fix = Oppgi den private nøkkelen som høyrer til klienten i sjølvbetjeningsportalen. Signerer klienten med eit verksemdssertifikat, sei det der det blir spurt om korleis klienten signerer.

key-password-wrong = den private nøkkelen opnar seg ikkje med dette passordet
    .cause = Det { $field } viser til, er eit anna passord, eller har noko i tillegg.
    .fix = Samanlikn passordet med det som blei valt då nøkkelen blei lagra.

key-other-encryption = den private nøkkelen er kryptert på ein måte som ikkje kan lesast: { $scheme }
    .cause = Det er ein gammal måte, eller ein sjeldan.
    .fix = Skriv han på nytt, med fila di for OLD og ei ny for NEW, og oppgi den nye: { $command }

key-other-format = den private nøkkelen har ei form som ikkje kan lesast: { $format }
    .fix = Gjer han om, med fila di for OLD og ei ny for NEW, og oppgi den nye: { $command }

key-truncated = den private nøkkelen stoppar før han er slutt
    .cause = Ein del blei borte då han blei kopiert eller lagra.
    .fix = Kopier heile på nytt, med den første og den siste linja.

key-damaged = den private nøkkelen er skadd: han kan ikkje signere
    .cause = Tala i han høyrer ikkje saman.
    .fix = Kopier han på nytt frå der han blei laga.

key-not-in-json = det er ingen privat nøkkel i denne JSON-fila
    .cause = Ein nøkkel er ein JWK, eller tekst under eit namn som EncodedJwk, jwk eller private_key. Innstillingsfiler viser ofte til ein annan stad: eit kvelv, eller eit eige lager for hemmelegheiter.
    .fix = Oppgi fila, variabelen eller kommandoen som har sjølve nøkkelen.

key-several = det er fleire nøklar i dette settet: { $kids }
    .fix = Oppgi den kid-en klienten har i sjølvbetjeningsportalen.

key-for-encryption = nøkkelen kan signere, men JWK-en seier at han er til kryptering
    .cause = Han seier use: enc. Maskinporten kan avvise nøkkelen viss han blei lagd til slik.
    .fix = Samanlikn han med nøklane til klienten i sjølvbetjeningsportalen.

key-other-algorithm = nøkkelen kan signere, men JWK-en seier at han er for { $algorithm }
    .cause = Maskinporten godtek RS256, og det er slik han signerer her.
    .fix = Samanlikn han med nøklane til klienten i sjølvbetjeningsportalen.

key-one-of-several = fila har { $keys } nøklar, og kvar av dei blir vist til Maskinporten
    .cause = Ingenting i fila seier kva for ein som høyrer til klienten. Sjekken client.token seier kva for ein som passar.
    .fix = Legg nøkkelen til klienten i ei eiga fil.

row-key-form = funnen som { $form }

## client.key, of an enterprise certificate

certificate-good = sertifikatet kan signere for { $organisation } til { $ends } ({ $form }, frå { $issuer })

certificate-ends-soon =
    { $days ->
        [one] sertifikatet går ut om { $days } dag: { $ends }
       *[other] sertifikatet går ut om { $days } dagar: { $ends }
    }
    .cause = Eit verksemdssertifikat går ut den dagen som står i det, og utferdaren brukar dagar eller veker på eit nytt.
    .fix = Bestill det neste no frå den som utferda dette, og oppgi det når det har komme.

certificate-ended = sertifikatet gjekk ut { $ended }
    .cause = Maskinporten godtek eit sertifikat til den dagen som står i det.
    .fix = Oppgi det nye sertifikatet, eller bestill eit frå den som utferda dette.

certificate-begins = sertifikatet er først gyldig frå { $begins }
    .cause = Maskinporten godtek eit sertifikat frå den dagen som står i det.
    .fix = Oppgi sertifikatet som er gyldig i dag. Meiner du at det er dette, sjå på klokka på denne maskina.

certificate-of-test = sertifikatet er for test, men miljøet er produksjon: { $issuer }
    .cause = Kvar utferdar har eigne sertifikat for test og for produksjon, og Maskinporten godtek dei berre i sitt eige miljø.
    .fix = Oppgi produksjonssertifikatet til verksemda.

certificate-of-production = sertifikatet er for produksjon, men miljøet er eit testmiljø: { $issuer }
    .cause = Kvar utferdar har eigne sertifikat for test og for produksjon, og Maskinporten godtek dei berre i sitt eige miljø.
    .fix = Oppgi eit testsertifikat for verksemda. Buypass og Commfides sel dei.

certificate-of-other = sertifikatet er for { $organisation }, men klienten tilhøyrer { $owner }
    .cause = Maskinporten godtek sertifikatet til verksemda som eig klienten.
    .fix = Oppgi sertifikatet til { $owner }, eller rett eigaren av klienten.

certificate-unknown-issuer = sertifikatet kan signere, men det er ikkje kjent om Maskinporten godtek utferdaren: { $issuer }
    .cause = Verksemdssertifikat kjem frå Buypass og Commfides.
    .fix = Oppgi verksemdssertifikatet viss Maskinporten avviser dette.

certificate-no-organisation = sertifikatet kan signere, men det står ikkje noko organisasjonsnummer i det
    .cause = Eit verksemdssertifikat har nummeret i organization identifier, eldre har det i serial number.
    .fix = Oppgi verksemdssertifikatet viss Maskinporten avviser dette.

certificate-alone = sertifikatet kan signere, men kjem utan sertifikata til utferdarane
    .cause = Dokumentasjonen til Maskinporten ber om sertifikatet saman med sertifikata til utferdarane. Dei fleste klientar sender det åleine, men ingen lovar at det verkar.
    .fix = Legg sertifikata til utferdarane i same fil viss Maskinporten avviser dette.

certificate-not-used = det er eit sertifikat her, men ingenting seier at klienten signerer med det
    .cause = { $field } seier korleis klienten signerer. Utan eit svar er det ein nøkkel som klienten sjølv har.
    .fix = Oppgi certificate som { $field }, eller sei kvar den private nøkkelen er.

certificate-missing = det er ein privat nøkkel her, men ikkje noko sertifikat
    .fix = Oppgi verksemdssertifikatet. Har klienten ein eigen nøkkel, sei det der det blir spurt om korleis klienten signerer.

certificate-key-missing = den private nøkkelen til sertifikatet er ikkje i same fil
    .fix = Oppgi kvar nøkkelen er, som { $field }, eller oppgi PKCS#12-fila (.p12, .pfx) som har begge.

certificate-of-other-key = sertifikatet er for ein annan privat nøkkel
    .cause = Eit sertifikat høyrer til den eine nøkkelen det blei utferda for.
    .fix = Oppgi nøkkelen og sertifikatet som blei leverte saman. Ein utferdar leverer fleire: ta det for autentisering.

row-certificate = frå { $issuer }, til { $ends }, funne som { $form }

## client.token

client-known = Maskinporten kjenner klienten og nøkkelen

row-key-fits = godtek nøkkel { $place } av dei { $keys } i fila

row-no-key-fits = godtek ingen av dei { $keys } nøklane i fila

client-known-key-not-proven = Maskinporten kjenner klienten; ingenting har bevist nøkkelen enno
    .cause = Maskinporten ser på scopes først, og avviste alle.
    .fix = Få eitt scope til å verke først: dei andre funna seier korleis.

client-not-known-yet = Maskinporten kjenner ikkje klienten eller nøkkelen enno
    .cause = broker-setup endra klienten for litt sidan. Endringar når heile Maskinporten innan 10 minutt.
    .fix = Vent, og sjekk igjen. Er det framleis slik etter { $until }, sjå på klienten i sjølvbetjeningsportalen.

row-client-id-elsewhere = profilen din { $profile } har den same klient-ID-en for eit anna miljø, og kvart miljø har sine eigne klientar

row-client-id-unusual = klient-ID-ar er i dag UUID-ar, men din er det ikkje. Nokre eldre er ikkje det: sjekk at han er heil

## client.scopes

scopes-all = klienten har alle scopes

scopes-missing =
    { $all ->
        [one] { $granted } av { $all } scope: { $scopes } er ikkje på klienten
       *[other] { $granted } av { $all } scopes: { $scopes } er ikkje på klienten
    }
    .cause = Ingen har lagt det til på denne klienten, eller Altinn har ikkje gitt det til verksemda di enno.
    .fix = Opne klienten i sjølvbetjeningsportalen, «Scopes», «Legg til». La du det til for litt sidan, sjekk igjen om ti minutt. Får du ikkje velje det der, har Altinn ikkje gitt det enno: be servicedesk@altinn.no om det.

scopes-missing-yet = { $scopes } er ikkje på klienten enno
    .cause = broker-setup endra klienten for litt sidan. Endringar når heile Maskinporten innan 10 minutt.
    .fix = Vent, og sjekk igjen. Er det framleis slik etter { $until }, legg det til under «Scopes» i sjølvbetjeningsportalen.

scopes-old = klienten har { $scope }, og ingenting krev det
    .cause = Eldre rettleiingar bad alle om å søkje om det. Formidling treng ikkje det scopet, og ingen andre har teke plassen: den som sender eller tek imot, treng berre scopa for den rolla. Program som sjølve ber om autorisasjonsavgjerder, brukar altinn:authorization/authorize i dag.
    .fix = Opne klienten i sjølvbetjeningsportalen, vel «Scopes», og ta bort { $scope }. Det gjer ingen skade så lenge det står der.

scopes-old-granted = verksemda har fått { $scope } eller har søkt om det, og ingenting krev det
    .cause = Eldre rettleiingar bad alle om å søkje om det. Formidling treng ikkje det scopet, og ingen andre har teke plassen. Program som sjølve ber om autorisasjonsavgjerder, brukar altinn:authorization/authorize i dag.
    .fix = Ikkje legg det til på nokon klient, og ikkje be om det meir. Det gjer ingen skade så lenge det står der.

row-scope-old = frå eldre rettleiingar; ingenting krev det

scopes-wrong-type = denne klienten får ikkje be om { $scopes }
    .cause = Klienten er av ein annan type enn Maskinporten, til dømes ID-porten.
    .fix = Lag ein klient av typen Maskinporten i sjølvbetjeningsportalen, og oppgi ID-en til han.

scopes-not-delegated = kunden har ikkje delegert { $scopes } til deg
    .cause = Klienten din spør på vegner av nokon andre, som først må gi verksemda di denne tilgangen i Altinn.
    .fix = Be kunden delegere API-et til verksemda di i Altinn.

scopes-wanted-missing = scopa du må ha, er der; { $scopes } er ikkje der
    .cause = Rolla di verkar utan. Ein del av oppsettet, slik som å registrere eit system eller abonnere på hendingar, gjer det kanskje ikkje.
    .fix = Legg det til under «Scopes» i sjølvbetjeningsportalen viss du treng det.

row-scope-granted =
    { $expires_in ->
        [one] gitt, for { $expires_in } sekund om gongen
       *[other] gitt, for { $expires_in } sekund om gongen
    }

row-scope-missing = ikkje på klienten

row-scope-wrong-type = ikkje for ein klient av denne typen

row-scope-not-delegated = ikkje delegert av kunden

## client.exchange

exchanged = Altinn godtek tokenet

## client.identity

identity = tokenet gjeld { $owner }

identity-service-owner = tokenet gjeld { $owner }, tenesteeigar { $code }

identity-other = klienten tilhøyrer { $consumer }, men du oppgav { $owner }
    .cause = Klienten er laga av ei anna verksemd, ofte ein leverandør, eller eit organisasjonsnummer er skrive feil.
    .fix = Oppgi { $consumer } som eigar av klienten viss det er rett. Lag elles ein klient for { $owner }.

identity-no-consumer = tokenet nemner inga verksemd
    .cause = Maskinporten nemner alltid ei: noko anna har utferda dette tokenet.
    .fix = Sjekk at adressa til Maskinporten er rett for miljøet.

identity-no-org-code = tokenet gjeld { $owner }, utan ein tenesteeigarkode
    .cause = Lista til Altinn over tenesteeigarar har ikkje denne verksemda. Formidling verkar likevel. Reglar som nemner koden din, tilgangslister og abonnementa til eigaren verkar ikkje.
    .fix = Be servicedesk@altinn.no legge verksemda di til på lista over tenesteeigarar.

## access.resource

resource-good = ressursen finst og er for Formidling

resource-good-with-list = ressursen finst, og ei tilgangsliste avgjer kven som er med

resource-missing = det finst ingen ressurs { $resource } i dette miljøet
    .cause = ID-en er skriven feil, eller tenesteeigaren publiserte han i det andre miljøet.
    .fix = Spør tenesteeigaren om ressurs-ID-en i dette miljøet.

resource-not-published = { $resource } er ikkje publisert i dette miljøet
    .cause = Test og produksjon har kvart sitt Ressursregister.
    .fix = Publiser han herifrå: programmet spør etter teksten. Eller publiser han til dette miljøet i Altinn Studio. Han er der med ein gong.

resource-not-yours = { $resource } tilhøyrer { $owner }, ikkje deg
    .cause = ID-en er frå ei anna verksemd, eller organisasjonsnummeret er skrive feil.
    .fix = Oppgi ID-en til ein ressurs som verksemda di eig.

resource-wrong-type = { $resource } er av typen { $kind }, ikkje ei formidlingsteneste
    .cause = ID-en høyrer til ei anna teneste.
    .fix =
        { $role ->
            [service-owner] Oppgi ID-en til formidlingstenesta di. Skal det vere denne, publiser ho på nytt i Altinn Studio som formidlingsteneste.
           *[other] Spør tenesteeigaren om ID-en til formidlingstenesta.
        }

resource-generic = { $resource } er av ein generell type, som verkar med Formidling
    .cause = Altinn har ein eigen type for Formidling (BrokerService). Den generelle (GenericAccessResource) verkar i dag, men er ikkje tilrådd.
    .fix =
        { $role ->
            [service-owner] Vel «Formidlingstjeneste» neste gong du publiserer han.
           *[other] Ingenting. Tenesteeigaren kan velje «Formidlingstjeneste» neste gong ressursen blir publisert.
        }

resource-not-delegable = { $resource } kan ikkje givast til ein systembrukar
    .cause = Tenesteeigaren publiserte han som ikkje delegerbar, så kvar godkjenning feilar.
    .fix = Be tenesteeigaren publisere han på nytt som delegerbar.

resource-not-delegable-owner = { $resource } kan ikkje givast til ein systembrukar
    .cause = Han blei publisert som ikkje delegerbar, så godkjenninga feilar for alle avsendarar og mottakarar.
    .fix = Publiser han på nytt herifrå: då blir han delegerbar. Blei han laga i Altinn Studio? Då slår du på «Delegerbar ressurs» der, og publiserer han.

resource-ending = { $resource } finst, og er merkt { $status }
    .cause =
        { $role ->
            [service-owner] Du har merkt han som på veg ut av bruk.
           *[other] Tenesteeigaren er i ferd med å ta han ut av bruk.
        }
    .fix =
        { $role ->
            [service-owner] Oppgi ID-en til ressursen som kjem etter han.
           *[other] Spør tenesteeigaren kva for ein ressurs som kjem etter han.
        }

row-title = tittelen er { $names }

row-owner = eig han: { $names }, { $owner }

row-owner-unnumbered = eig han: { $names }

row-contact = er staden å spørje
row-would-own = ville eige han: { $names }

row-access-list =
    { $role ->
        [service-owner] må stå på tilgangslista, som du kan endre
       *[other] må stå på tilgangslista: tenesteeigaren legg ho til
    }

## access.policy

policy-good = policyen har ein regel for det du gjer
    .cause = Linjene i dette funnet seier for kven. Om den som skal godkjenne, har ei av desse rollene, viser seg når systembrukaren blir godkjend.

policy-lacks = policyen for { $resource } gir ingen rett til å { $actions }
    .cause = Den som laga policyen, utelét handlinga.
    .fix = Be tenesteeigaren gi rett til å { $actions } i policyen, og publisere han på nytt. Det verkar innan 10 minutt.

policy-lacks-owner = policyen for { $resource } gir ingen rett til å { $actions }
    .cause = Policyen har ingen regel for det.
    .fix = Publiser policyen herifrå. Blei han laga i Altinn Studio? Då gir du rett til å { $actions } under «Tilgangsregler» der, og publiserer. Det verkar innan 10 minutt.

policy-placeholder = policyen for { $resource } seier framleis [org]
    .cause = Altinn Studio skulle ha sett inn koden til tenesteeigaren der då ressursen blei publisert.
    .fix = Be tenesteeigaren publisere ressursen på nytt.

policy-placeholder-owner = policyen for { $resource } seier framleis [org]
    .cause = Altinn Studio skulle ha sett inn koden din der då ressursen blei publisert. Slik han er, gjeld regelen for ingen.
    .fix = Publiser policyen herifrå. Blei han laga i Altinn Studio? Då skriv du din eigen kode i regelen der, og publiserer. Det verkar innan 10 minutt.

row-may-send = { $who } får sende, eller la eit system sende

row-may-receive = { $who } får ta imot, eller la eit system ta imot

row-may-subscribe = { $who } får abonnere på hendingar, eller la eit system gjere det

row-may-nobody = ingen får

policy-good-any = alle verksemder der nokon med rett til å godkjenne seier ja, kan bruke { $resource }

policy-good-listed = berre verksemder på tilgangslista di kan bruke { $resource }

policy-split = ingen kan godkjenne: inga rolle og ingen tilgangspakke har alle handlingane til { $resource }
    .cause = Den som godkjenner ein systembrukar, må ha alle tre handlingane samla: read, write og subscribe. Her er dei delte mellom fleire.
    .fix = Publiser policyen på nytt herifrå, så blir dei gitte samla. Eller set dei i éin regel i Altinn Studio. Det verkar innan 10 minutt.

policy-lacks-own-rule = policyen for { $resource } lèt ikkje verksemda di handle sjølv
    .cause = Du har oppgitt at verksemda sjølv sender, tek imot eller abonnerer, og ingen har ein rett av seg sjølv, heller ikkje eigaren.
    .fix = Publiser policyen på nytt herifrå, så kjem regelen med. Eller oppgi at berre andre handlar.

policy-numbers-others = policyen nemner andre verksemder enn deg: { $others }
    .cause = Den som har ein eigen regel, kan handle for alle partar, ikkje berre for seg sjølv.
    .fix = Er det ikkje meininga, tek du reglane ut og lèt dei andre verksemdene godkjenne ein systembrukar i staden. Det verkar innan 10 minutt.

policy-nobody-approves = ingen kan godkjenne ein systembrukar for { $resource }
    .cause = Policyen har berre reglar for verksemder. Ein systembrukar blir godkjend av personar, som har ei rolle eller ein tilgangspakke.
    .fix = Skal andre enn dei nemnde bruke ressursen, publiserer du policyen på nytt herifrå. Då kan personar godkjenne.

row-may-approve = kan godkjenne, og så { $actions }

row-acts-itself = kan sjølv { $actions }, for alle partar

row-acts-for-any = kan { $actions }, for alle partar

row-lacks = kan { $has }, men ikkje { $lacks }

row-matches-nobody = treffer ingen: din eigen kode skulle stå der

## access.system

system-good = systemet { $system } har ressursen og klienten din

system-proven = tokenet beviser systemet { $system }

system-other = tokenet er for systemet { $system }, men du oppgav { $answered }
    .cause = Maskinporten gir eit token for systemet som har klienten din, og som blei godkjent. Du har oppgitt eit anna.
    .fix = Oppgi { $system }, eller la system-ID-en stå tom. Er { $answered } det rette, legg klienten din til på det, og be om systembrukar for det.

system-none = klienten din er ikkje på noko system enno
    .cause = Eit system står for programmet som kallar Altinn. Det nemner ressursane det treng, og klientane som får bruke det.
    .fix = Registrer eit system med denne ressursen og klient-ID-en din. Det er der med ein gong.

system-missing = systemet { $system } er ikkje registrert
    .cause = Det blei ikkje registrert i dette miljøet, eller ID-en er skriven feil.
    .fix = Registrer det med denne ressursen og klient-ID-en din, eller rett svaret.

system-deleted = systemet { $system } er sletta
    .cause = ID-en til eit sletta system kan ikkje brukast igjen.
    .fix = Registrer eit nytt system med ein annan ID, og oppgi han.

system-without-resource = systemet { $system } har ikkje { $resource }
    .cause = Ein systembrukar kan berre få det systemet ber om.
    .fix = Legg ressursen til i rettane til systemet, og be så om systembrukaren. Finst han allereie, trengst ein førespurnad om endring.

system-without-client = klienten din er ikkje på systemet { $system }
    .cause = Maskinporten gir berre systembrukar-token til klientane på lista til systemet.
    .fix = Legg klient-ID-en { $client } til på systemet. Ein klient kan berre vere på eitt system.

system-not-yours = systemet { $system } tilhøyrer ei anna verksemd
    .cause = Eigaren av klienten er ikkje den som registrerte det.
    .fix = Oppgi eit system som eigaren av klienten har registrert: ID-en byrjar med det organisasjonsnummeret.

row-your-system = registrert av eigaren av klienten

## access.system-user

system-user-good = ein systembrukar handlar for { $party }

system-user-proven = tokenet beviser ein systembrukar for { $party }

system-user-other-reference = systembrukaren for { $party } har ein annan ekstern referanse
    .cause = Det blei bede om han med { $references }, og her er referansen { $reference }. Maskinporten finn ein systembrukar berre med den referansen det blei bede om han med.
    .fix = Oppgi den eksterne referansen på nytt: { $references }. Er det organisasjonsnummeret, lèt du svaret stå tomt.

system-user-none = ingen har bede om ein systembrukar for { $party }
    .cause = Ein systembrukar lèt systemet ditt handle for verksemda. Ein person der må godkjenne han éin gong.
    .fix = Be om systembrukaren, og send lenka til den som skal godkjenne.

system-user-waits = ein person hos { $party } må godkjenne førespurnaden
    .cause = Førespurnaden er send, og ingen har svart på han enno. Den som godkjenner, må ha rolla Tilgangsstyrar og dei rettane systemet ber om.
    .fix = Få den som skal godkjenne, til å opne lenka og velje «Godkjenn systemtilgang». I TT02 er det som regel du, logga inn med TestID. Etterpå verkar det med ein gong.

system-user-rejected = { $party } avviste førespurnaden
    .cause = Personen som opna lenka, sa nei.
    .fix = Snakk med den som skal godkjenne. Slett så førespurnaden, og be om ein ny. Ber du om han igjen utan å slette, får du den avviste tilbake.

system-user-denied = Altinn avslo førespurnaden for { $party }
    .cause = Altinn sjølv avslutta førespurnaden.
    .fix = Slett førespurnaden, og be om ein ny.

system-user-timed-out = førespurnaden for { $party } har gått ut
    .cause = Ingen svarte på han i tide.
    .fix = Slett førespurnaden, be om ein ny, og send den nye lenka til den som skal godkjenne.

system-user-gone = førespurnaden blei godkjend, men systembrukaren er borte
    .cause = Nokon hos { $party } sletta systembrukaren etterpå.
    .fix = Slett førespurnaden, og be om ein ny.

## access.system-user-token

system-user-token-good = Maskinporten lèt { $system } handle for { $party }

system-user-token-other = tokenet handlar for { $party }, ikkje for { $organisation }
    .cause = Maskinporten fann systembrukaren til ei anna verksemd.
    .fix = Rett organisasjonsnummeret eller den eksterne referansen.

system-user-token-without = tokenet nemner ingen systembrukar
    .cause = Noko på vegen har fjerna han, eller tokenet kjem ikkje frå det Maskinporten som Altinn brukar.
    .fix = Sjekk at adressa til Maskinporten er rett for miljøet.

system-user-token-refused = Maskinporten finn ingen systembrukar hos deg for { $party }
    .cause = Det er éin av desse fire: 1) førespurnaden er ikkje godkjend enno, 2) klient-ID-en er ikkje på systemet, 3) førespurnaden hadde ein ekstern referanse som ikkje er oppgitt her, 4) organisasjonsnummeret tilhøyrer nokon annan.
    .fix = Gå gjennom dei i den rekkjefølgja, og rett den som er feil.

## access.service-owner

service-owner-good = Formidling kjenner deg som { $name }, med lagringsplass

service-owner-missing = Formidling kjenner deg ikkje som tenesteeigar
    .cause = Ein tenesteeigar registrerer seg sjølv i Formidling éin gong i kvart miljø.
    .fix = Registrer verksemda di som tenesteeigar i Formidling. Lagringsplassen er klar nokre minutt seinare.

service-owner-storage-waits = Formidling gjer klar lagringsplassen din
    .cause = Altinn lagar han éin gong, rett etter at du har registrert deg. Det tek nokre minutt.
    .fix = Vent, og sjekk igjen.

row-storage = { $status }

## access.resource-config

config-good = ressursen er sett opp i Formidling

config-missing = { $resource } er ikkje sett opp i Formidling
    .cause = Formidling brukar ein ressurs først når eigaren har sett han opp der, sjølv om han er publisert.
    .fix = Set opp ressursen i Formidling. Standardgrensene i Formidling er gode, og det verkar med ein gong.

config-not-yours = Formidling seier at { $resource } tilhøyrer nokon annan
    .cause = Eigaren som står i Ressursregisteret, er ikkje eigaren av klienten din.
    .fix = Bruk ein klient frå verksemda som eig ressursen, eller rett eigaren og publiser på nytt.

row-limit-size = filer på opptil { $bytes }

row-limit-size-default = filer så store som Formidling tek dei

row-limit-life = filer ligg i { $time }

row-limit-life-default = filer ligg i 30 dagar

row-limit-grace = stadfesta filer blir sletta etter { $time }

row-limit-grace-default = stadfesta filer blir sletta etter 2 timar

row-required-party = { $party } er med i kvar filoverføring

row-required-party-none = alle som policyen slepp inn, kan vere med

## access.members

members =
    { $count ->
        [one] { $count } verksemd står på tilgangslista
       *[other] { $count } verksemder står på tilgangslista
    }

members-no-list = ressursen har inga tilgangsliste

members-none = tilgangslista er tom, så ingen er med
    .cause = Ressursen slepp berre inn dei som står på tilgangslistene, og det er ingen.
    .fix = Legg avsendarane og mottakarane til på ei tilgangsliste for ressursen. Det verkar innan 10 minutt.

members-lack = ikkje alle som er med, står på tilgangslista
    .cause = Berre dei på lista kan bruke ressursen, og dei som er nemnde her, manglar: { $organisations }.
    .fix = Slepp dei inn. Det verkar innan 10 minutt.

members-not-enforced = tilgangslista til { $resource } gjeld ikkje enno
    .cause = Du har oppgitt at berre dei på ei liste skal sleppe inn, men Ressursregisteret slepp inn alle.
    .fix = Slepp berre inn dei på lista.

row-not-member = står ikkje på lista

members-may-not-ask = kunne ikkje sjå kven som står på tilgangslista
    .cause = Klienten har ikkje { $scope }.
    .fix = Legg scopet til på klienten viss du vil sjå medlemmene her.

row-member = på lista { $list }

row-member-for = på lista { $list }, for å { $actions }

## integrate.list

list-answers =
    { $count ->
        [one] Formidling svarar: { $count } filoverføring å sjå
       *[other] Formidling svarar: { $count } filoverføringar å sjå
    }

list-owner-answers = Formidling svarar deg som eigar

list-no-access = Formidling slepp deg ikkje inn til { $resource }
    .cause = Systembrukaren fekk ikkje denne ressursen, verksemda står ikkje på tilgangslista, eller tenesteeigaren har ikkje sett han opp i Formidling. Formidling gir eitt svar for alle tre.
    .fix = Spør tenesteeigaren om { $resource } er sett opp i Formidling, og om verksemda di står på tilgangslista.

list-no-access-yet = Formidling slepp deg ikkje inn til { $resource } enno
    .cause = Du endra noko for litt sidan. Nye rettar og reglar når Formidling innan 10 minutt.
    .fix = Vent, og sjekk igjen etter { $until }.

list-token-not-taken = Formidling godtek ikkje tokenet
    .cause = Tokenet er frå eit anna miljø, har gått ut, eller klokka på denne maskina går feil: Formidling tillèt ingen skilnad.
    .fix = Sjå på klokka og miljøet, og sjekk igjen.

list-scope-missing = tokenet manglar scopet som Formidling ber om
    .cause = Tokenet er i orden, men har ikkje scopet til rolla di.
    .fix = Legg scopet til rolla til på klienten i sjølvbetjeningsportalen.

list-not-acceptable = Formidling godtek ikkje forma på førespurnaden
    .cause = Noko på vegen endrar headeren som seier kva svar programmet forstår.
    .fix = Be nettverksansvarleg om å sleppe gjennom headeren Accept som han er.

## integrate.transfer

transfer-published = ei filoverføring frå { $at } kan lastast ned

transfer-confirmed = ei filoverføring frå { $at } er stadfesta av alle mottakarane

transfer-purged = ei filoverføring frå { $at } gjekk gjennom, og fila er sletta

transfer-old = den siste filoverføringa som gjekk gjennom, er frå { $at }
    .cause = Det er meir enn 30 dagar sidan. Det beviser at det verka då.
    .fix =
        { $role ->
            [recipient] Be ein avsendar om ei ny testfil, og hent ho.
           *[other] Send ei ny testfil.
        }

transfer-none = inga testfil er send enno
    .cause = Berre ei verkeleg filoverføring beviser at du får sende.
    .fix = Send ei lita testfil, merkt som test. Det som blir sendt, blir vist først.

transfer-none-received = inga testfil er henta enno
    .cause = Berre ei verkeleg filoverføring beviser at du får ta imot.
    .fix = Be ein avsendar om ei merkt testfil, og hent og stadfest ho.

transfer-test-waits = ei testfil frå { $sender } ventar på å bli henta
    .cause = Filoverføring { $transfer } er merkt som test.
    .fix = Hent ho og stadfest ho.

transfer-none-owner = inga testfil har gått gjennom enno
    .cause = Policyen lèt di eiga verksemd vere med, så du kan bevise heile vegen sjølv.
    .fix = Send ei lita, merkt testfil til deg sjølv, og hent ho, i éin omgang.

transfer-ask-others = avsendarane og mottakarane dine beviser vegen med ei testfil
    .cause = Policyen slepp inga verksemd inn av seg sjølv, og du har ingen systembrukar. Det er vanleg, og ingenting manglar.

transfer-processing = Formidling skannar fila
    .cause = Kvar fil blir virusskanna før mottakaren ser ho. Det tek frå sekund til minutt.
    .fix = Vent, og sjekk igjen.

transfer-not-uploaded = filoverføring { $transfer } har inga fil enno
    .cause = Filoverføringa blei laga, men opplastinga blei ikkje ferdig.
    .fix =
        { $role ->
            [recipient] Be avsendaren sende ei ny. Formidling ryddar den uferdige bort av seg sjølv.
           *[other] Send ei ny testfil. Formidling ryddar den uferdige bort av seg sjølv.
        }

transfer-failed = Formidling avslutta filoverføringa: { $reason }
    .cause = Ei filoverføring som har feila, kan ikkje brukast igjen.
    .fix =
        { $role ->
            [recipient] Be avsendaren om ei ny testfil, og hent ho.
           *[other] Send ei ny testfil.
        }

transfer-gone = Formidling har inga filoverføring { $transfer }
    .cause = ID-en er frå eit anna miljø, eller er skriven feil.
    .fix =
        { $role ->
            [recipient] Fjern ID-en til filoverføringa, be ein avsendar om ei ny testfil, og hent ho.
           *[other] Fjern ID-en til filoverføringa, og send ei ny testfil.
        }

transfer-not-ours = filoverføring { $transfer } får du ikkje sjå
    .cause = Ho tilhøyrer andre verksemder, eller ein annan ressurs.
    .fix =
        { $role ->
            [recipient] Fjern ID-en til filoverføringa, be ein avsendar om ei ny testfil, og hent ho.
           *[other] Fjern ID-en til filoverføringa, og send ei ny testfil.
        }

transfer-of-other-resource = filoverføring { $transfer } er ikkje i ressursen { $resource }
    .cause = Det som gjekk gjennom på ein annan ressurs, beviser ingenting om denne.
    .fix =
        { $role ->
            [recipient] Fjern ID-en til filoverføringa, be ein avsendar om ei ny testfil, og hent ho.
           *[other] Fjern ID-en til filoverføringa, og send ei ny testfil.
        }

transfer-of-other-sender = filoverføring { $transfer } blei ikkje send av { $organisation }
    .cause = Berre di eiga filoverføring beviser at du får sende.
    .fix = Fjern ID-en til filoverføringa, og send ei ny testfil.

transfer-not-fetched = filoverføring { $transfer } er ikkje henta enno
    .cause = At ho blei send til deg, beviser ikkje at du får ta imot ho.
    .fix = Hent og stadfest ho. Kva det gjer, blir vist først.

transfer-unconfirmed = fila i filoverføring { $transfer } er ikkje stadfesta enno
    .cause = Programmet blei stansa før det hadde henta og stadfesta ho.
    .fix = Hald fram med den. Det som er henta, blir stadfesta og ikkje henta på nytt.

row-transfer = { $file }, { $size }

row-recipient-confirmed = har stadfesta nedlastinga

row-recipient-started = har byrja å laste ned

row-recipient-not-yet = har ikkje lasta ho ned enno

## events.endpoint

endpoint-good = { $host } svarar

endpoint-not-https = Altinn godtek berre adresser som byrjar med https
    .cause = Hendingar har organisasjonsnummer og ID-ar til filoverføringar i seg, så Altinn sender dei berre krypterte.
    .fix = Oppgi ei https-adresse som har eit sertifikat alle stolar på.

endpoint-private = { $host } er ei adresse inne i eit privat nettverk
    .cause = Altinn sender hendingar over internett og kjem ikkje dit, med mindre namnet betyr noko anna der ute.
    .fix = Oppgi ei adresse ein kan nå frå internett. Valideringa viser om ho verkar.

endpoint-no-answer = { $host } svarar ikkje, sett frå denne maskina
    .cause = Kanskje slepp nettverket ditt ikkje denne maskina dit, sjølv om Altinn kjem fram. Valideringa er beviset.
    .fix = Går valideringa heller ikkje gjennom, sjekk at webhooken køyrer.

endpoint-certificate = sertifikatet til { $host } er tvilsamt, sett frå denne maskina
    .cause = Altinn godtek berre sertifikat frå offentlege utferdarar. Valideringa er beviset.
    .fix = Går valideringa heller ikkje gjennom, legg heile kjeda frå ein offentleg utferdar på webhooken.

## events.subscription

subscription-good =
    { $count ->
        [one] { $count } abonnement passar
       *[other] { $count } abonnement passar
    }

subscription-none = denne webhooken abonnerer ikkje på noko
    .cause = Altinn sender hendingar til dei som abonnerer.
    .fix = La webhooken abonnere. Gjer det før den første filoverføringa, fordi Altinn i ein time hugsar at ingen abonnerer.

subscription-partly =
    { $all ->
        [one] { $found } av { $all } abonnement
       *[other] { $found } av { $all } abonnement
    }
    .cause = Kvar hendingstype du har valt, treng sitt eige abonnement.
    .fix = Abonner på resten. Berre det som manglar, blir laga.

subscription-faulty = det finst abonnement, men ingen av dei passar
    .cause = Altinn samanliknar kvart filter bokstav for bokstav. Linjene i dette funnet seier kva som er gale med kvart av dei.
    .fix = Abonner på nytt, med filter som passar. Dei gamle gjer ingen skade, og kan slettast.

subscription-other-identity = abonnert, men av den andre identiteten til verksemda
    .cause = Altinn viser eit abonnement berre for identiteten som laga det: verksemda og systembrukaren er to. Hendingane kjem likevel.
    .fix = Lat det stå som det er. Vil du endre eller slette det, bruk same slags token.

row-subscribed = abonnement { $number }

row-subscribed-by-other = abonnement { $number } hos { $consumer }

row-not-subscribed = ikkje abonnert

row-old-source = har eit source-filter, som Altinn ikkje godtek lenger: ressursfilteret har erstatta det

row-old-source-file = har eit source-filter som sluttar på /file: den gamle dokumentasjonen hadde det, og det passar aldri

row-old-type = finst, men får aldri noko: typen er { $given }, men hendingane har { $wanted }

row-unknown-type = finst, men får aldri noko: inga hending har typen { $given }

row-old-subject = finst, men får aldri noko: subject er { $given }, men hendingane har { $wanted }

row-empty-filter = finst, men får aldri noko: eitt av filtera er tomt, og i ei hending er ingenting tomt

row-no-subject = har ikkje noko subject, så det gjeld alle

row-other-subject = gjeld { $given }

row-other-type = gjeld berre { $given }

row-all-types = gjeld alle typar

row-other-endpoint = fører til ei anna adresse

## events.validated

validated = webhooken har svart Altinn

validation-tried = Altinn prøver webhooken
    .cause = Altinn sender ei valideringshending, og prøver på nytt i nokre minutt. Eit svar frå 200 til 299 innan 45 sekund er godt nok.
    .fix = Vent til seinast { $until }.

not-validated = { $endpoint } har ikkje svart på valideringshendinga frå Altinn
    .cause = Webhooken svarte noko anna enn 200 til 299, brukte meir enn 45 sekund, eller sende Altinn ein annan stad. Eller han har ikkje eit offentleg sertifikat.
    .fix = Få webhooken til å svare 200 på kvar POST, og abonner på nytt: det same abonnementet blir prøvd igjen.

row-validated = validert

row-not-validated = ikkje validert

## events.received

event-at-receiver = ei hending kom til mottakaren i dette programmet, { $at }

event-at-sink = ei hending kom til webhooken i sandkassa, { $at }

event-at-application = programmet ditt fekk ei hending, { $at }, seier du

event-polled = Altinn fortalde om ei hending på spørsmål: { $at }

event-told = programmet ditt fekk ei hending { $day }, seier du

event-awaited = inga hending har komme enno
    .cause = Altinn kan i ein time hugse at ingen abonnerte. Etter det kjem hendingar i løpet av sekund.
    .fix = Vent til seinast { $until }.

event-needs-transfer = inga hending har komme, og inga fil er send sidan du byrja å abonnere
    .cause = Berre ei filoverføring lagar ei hending. Altinn kan framleis hugse til { $until } at ingen abonnerte.
    .fix =
        { $role ->
            [recipient] Be ein avsendar om éi testfil til. Den første hendinga kjem så snart fila kan hentast.
           *[other] Send éi testfil til.
        }

event-none = inga hending har komme
    .cause = Webhooken er validert og timen er over, så neste hending skulle komme.
    .fix =
        { $role ->
            [recipient] Be ein avsendar om éi testfil til. Fekk programmet ditt ei hending, noter dagen.
           *[other] Send éi testfil til. Fekk programmet ditt ei hending, noter dagen.
        }

row-event = kom

row-event-about = kom, om filoverføring { $transfer }

event-shows-soon = inga hending er å sjå enno
    .cause = Altinn viser ei hending eit halvt minutt etter at ho skjedde.
    .fix = Sjekk igjen om eit halvt minutt.

event-none-polled = Altinn fortel ikkje om noka hending
    .cause = Berre ei filoverføring lagar ei hending, og Altinn viser ho eit halvt minutt seinare.
    .fix =
        { $role ->
            [recipient] Be ein avsendar om éi testfil til. Eit halvt minutt seinare kan hendinga hentast.
           *[other] Send éi testfil til. Eit halvt minutt seinare kan hendinga hentast.
        }

row-next-try = har webhooken ikkje svart, prøver Altinn neste gong { $at }

row-event-other-resource = kom, men gjeld ein annan ressurs: { $given }

row-event-other-party = kom, men er til ei anna verksemd: { $given }

row-event-other-type = kom, men er av ein annan type: { $given }

row-event-before = kom før webhooken eller typane blei endra: { $at }

## Causes: why a service refused a call, in any check or deed. Their ids are in `src/journey/cause.rs`.

api-key-missing = gatewayen ber om ein API-nøkkel, men ingen følgde med førespurnaden
    .cause = I nokre miljø må alle førespurnader ha ein, slik rettleiingane frå 2024 seier.
    .fix = Fyll inn kvar API-nøkkelen er, i steg 1. Har du ingen, be Altinn Servicedesk om ein.

api-key-unknown = gatewayen kjenner ikkje API-nøkkelen
    .cause = Nøkkelen høyrer til eit anna miljø, er skriven feil, eller er ikkje aktiv lenger.
    .fix = Samanlikn nøkkelen med den du fekk for dette miljøet.

no-route = gatewayen kjenner ikkje denne adressa
    .cause = Basisadressa til plattforma er ikkje den Altinn har, eller noko er lagt til ho.
    .fix = Rett miljøet, eller adressa til plattforma.

client-unknown = Maskinporten kjenner ingen klient med denne ID-en
    .cause = ID-en er skriven feil, eller klienten blei laga i det andre miljøet: test og produksjon har kvar sine klientar.
    .fix = Kopier klient-ID-en frå sjølvbetjeningsportalen for dette miljøet. Laga du klienten for litt sidan, sjekk igjen om ti minutt: så lang tid kan ein ny bruke.

client-unknown-kid = denne kid-en er ikkje på klienten
    .cause = Den offentlege nøkkelen blei ikkje lagd til på denne klienten. Eller han blei lagd til med ein annan kid, eller i det andre miljøet.
    .fix = Samanlikn han med nøklane til klienten i sjølvbetjeningsportalen, og oppgi den kid-en som står der. Står det ingen, legg til den offentlege nøkkelen. La du han til for litt sidan, sjekk igjen om ti minutt: så lang tid kan ein ny bruke.

client-no-kid = Maskinporten får ingen kid
    .cause = Ein klient med eigne nøklar må seie kva for ein som signerer. Han kan ikkje signere med eit sertifikat.
    .fix = Oppgi kid-en som står ved nøkkelen i sjølvbetjeningsportalen, og at klienten signerer med ein eigen nøkkel.

client-key-expired = nøkkelen har gått ut
    .cause = Maskinporten godtek ein nøkkel i eitt år frå dagen han blei lagd til på klienten.
    .fix = Lag ein ny nøkkel, legg til den offentlege delen på klienten i sjølvbetjeningsportalen, og fyll inn den nye kid-en. Det verkar innan få minutt.

client-wrong-key = den private nøkkelen høyrer ikkje til denne kid-en
    .cause = Signaturen passar ikkje til den offentlege nøkkelen som klienten har under denne kid-en.
    .fix = Oppgi den private nøkkelen som blei laga saman med den offentlege, eller legg til den offentlege delen av denne nøkkelen på klienten.

client-clock = Maskinporten seier at tida i førespurnaden er feil
    .cause = Klokka på denne maskina går meir enn 10 sekund feil.
    .fix = Still klokka på denne maskina automatisk. Det verkar med ein gong.

client-time-disputed = Maskinporten seier at tida i førespurnaden er feil, men klokka til Maskinporten seier at ho er rett
    .cause = Klokka til Maskinporten er samd med klokka på denne maskina. Anten blei førespurnaden halden att i meir enn 10 sekund på vegen, eller så har Maskinporten eigne problem.
    .fix = Sjekk igjen. Blir det ikkje betre, spør nettverksansvarleg kva som held førespurnaden att, og send servicedesken det som står her.

client-audience = førespurnaden nemner eit anna Maskinporten enn det som fekk han
    .cause = Adressa til Maskinporten er ei anna enn namnet det har på seg sjølv, ofte i skråstreken på slutten eller i miljøet.
    .fix = Skriv adressa til Maskinporten nøyaktig slik issuer står i metadataa der, med skråstreken til slutt.

client-certificate = Maskinporten godtek ikkje sertifikatet
    .cause = Det er utferda for eit anna miljø eller av nokon andre, eller det er trekt tilbake.
    .fix = Spør den som utferda det, om det framleis gjeld, eller bruk ein klient med ein eigen nøkkel: legg til ein i sjølvbetjeningsportalen.

client-certificate-owner = sertifikatet er ikkje frå verksemda som eig klienten
    .cause = Maskinporten samanliknar organisasjonsnummeret i sertifikatet med det klienten har.
    .fix = Oppgi sertifikatet til eigaren av klienten, eller oppgi ID-en til ein klient som verksemda di eig.

client-replay = Maskinporten har sett akkurat denne førespurnaden før
    .cause = Noko på vegen sende han to gonger.
    .fix = Sjekk igjen. Blir det ikkje betre, spør nettverksansvarleg om ein proxy sender førespurnader om att.

request-unreadable = Maskinporten kan ikkje lese førespurnaden
    .cause = Noko på vegen øydela han: eit linjeskift eller ein bokstav for mykje eller for lite i signeringa er nok.
    .fix = Sjekk igjen. Blir det ikkje betre, spør nettverksansvarleg kva som står mellom denne maskina og Maskinporten.

scope-not-on-client = scopet er ikkje på klienten
    .cause = Ingen har lagt det til på denne klienten, eller Altinn har ikkje gitt det til verksemda di enno.
    .fix = Opne klienten i sjølvbetjeningsportalen, «Scopes», «Legg til». Det verkar innan få minutt. Får du ikkje velje det der, be servicedesk@altinn.no om det.

scope-not-for-maskinporten = ein klient av denne typen får ikkje be om scopet
    .cause = Klienten er av ein annan type enn Maskinporten, til dømes ID-porten.
    .fix = Lag ein klient av typen Maskinporten i sjølvbetjeningsportalen, og oppgi ID-en til han.

scope-not-granted = scopet er ikkje gitt til eigaren av klienten
    .cause = Altinn Servicedesk gir scopes til kvar verksemd for hand, og kvar for seg i test og produksjon.
    .fix = Skriv til servicedesk@altinn.no med organisasjonsnummeret ditt, scopes og miljø. Eit svar tek nokre arbeidsdagar.

scope-not-delegated = kunden har ikkje delegert scopet til eigaren av klienten
    .cause = Klienten spør på vegner av nokon andre, som først må gi eigaren av han denne tilgangen i Altinn.
    .fix = Be kunden delegere API-et i Altinn, i akkurat dette miljøet.

authorization-details = Maskinporten forstår ikkje kva for ein systembrukar det gjeld
    .cause = Den delen av førespurnaden som nemner systembrukaren, er skriven feil, eller noko på vegen har endra han.
    .fix = La broker-setup be om tokenet, og samanlikn det din eigen kode sender, med det.

no-system-user = Maskinporten finn ingen systembrukar som lèt denne klienten handle for verksemda
    .cause = Det er éin av desse fire: 1) førespurnaden er ikkje godkjend enno, 2) klient-ID-en er ikkje på systemet, 3) førespurnaden hadde ein ekstern referanse som ikkje er oppgitt her, 4) organisasjonsnummeret tilhøyrer nokon annan.
    .fix = Gå gjennom dei i den rekkjefølgja, og rett den som er feil.

exchange-address = tokenbytet hos Altinn kjenner ikkje adressa det blei kalla på
    .cause = Adressa sluttar med kven som laga tokenet, og noko på vegen har endra ho.
    .fix = Spør nettverksansvarleg kva som endrar adresser på vegen til Altinn. Har du sett opp miljøet sjølv, rettar du adressa til plattforma.

enterprise-user-gone = Altinn godtek ikkje lenger verksemdsbrukarar
    .cause = Kallet kom med headeren X-Altinn-EnterpriseUser-Authentication, som ikkje blir send herifrå: Noko på vegen legg han til.
    .fix = Be nettverksansvarleg om å fjerne den headeren. Ein systembrukar gjer det verksemdsbrukaren gjorde.

body-not-taken = tenesta les ikkje det som blei sendt
    .cause = Innhaldstypen er den dokumenterte når han går herifrå: Noko på vegen har endra han.
    .fix = Spør nettverksansvarleg kva som endrar førespurnader på vegen til Altinn.

policy-refused = Ressursregisteret godtek ikkje policyen
    .cause = Ein regel nemner ein annan ressurs enn denne, eller ingen; eller ressursen er ikkje publisert enno.
    .fix = Rett regelen som tenesta nemner, eller publiser ressursen først. Publiser så policyen på nytt.

exchange-other-environment = Altinn godtek ikkje eit token frå eit anna miljø
    .cause = Tokenet er signert av { $issuer }, og { $host } er i eit anna miljø. Test og produksjon kjenner ikkje kvarandre.
    .fix = Oppgi miljøet på nytt, slik at Maskinporten og plattforma er i same miljø.

exchange-refused = Altinn godtek ikkje tokenet frå Maskinporten
    .cause = Som regel er tokenet frå det andre miljøet: test og produksjon kjenner ikkje kvarandre. Altinn svarar også slik ved eigne problem.
    .fix = Sjekk at Maskinporten og plattforma er i same miljø. Er dei det, sjekk igjen om nokre minutt.

token-not-taken = tenesta godtek ikkje tokenet
    .cause = Tokenet er frå eit anna miljø, har gått ut, eller klokka på denne maskina går feil.
    .fix = Sjå på klokka og miljøet, og sjekk igjen.

scope-missing = tokenet manglar scopet som tenesta ber om
    .cause = Tokenet er i orden, men har ikkje scopet for denne førespurnaden. Det kan også vere nokon annan som må be om det.
    .fix = Legg scopet til på klienten i sjølvbetjeningsportalen.

not-acceptable = tenesta godtek ikkje forma på førespurnaden
    .cause = Noko på vegen endrar headeren som seier kva svar programmet forstår.
    .fix = Be nettverksansvarleg om å sleppe gjennom headeren Accept som han er.

system-vendor-refused = Altinn ser ikkje kven som eig klienten
    .cause = Organisasjonsnummeret i tokenet er ikkje det systemet blir registrert for.
    .fix = Samanlikn eigaren av klienten med det sjekken av identiteten til klienten seier.

system-id-refused = registeret godtek ikkje ID-en til systemet
    .cause = Han må vere organisasjonsnummeret til eigaren av klienten, ein understrek og eit namn, utan mellomrom.
    .fix = La system-ID-en stå tom: ein som passar, blir foreslått.

system-id-taken = ID-en til systemet er brukt opp
    .cause = Eit anna system har han, eller hadde han før det blei sletta. Ein ID blir aldri gitt ut to gonger.
    .fix = La system-ID-en stå tom: ein ledig blir foreslått.

system-resource-unknown = registeret kjenner ikkje ressursen
    .cause = Ressursen er ikkje i Ressursregisteret i dette miljøet, eller ID-en er skriven feil.
    .fix = Samanlikn ressurs-ID-en og miljøet med det tenesteeigaren seier.

system-client-taken = klienten er på eit anna system
    .cause = Ein klient kan berre vere på eitt system, og denne er på eit anna av dine eller hos ei anna verksemd.
    .fix = Bruk det systemet, eller lag ein ny klient i sjølvbetjeningsportalen og fyll inn ID-en til han her.

system-redirect-refused = Altinn godtek ikkje sida etter godkjenninga
    .cause = Ho må vere ei heil https-adresse, og ei av dei systemet er registrert med.
    .fix = La sidene etter godkjenninga stå tomme. Resultatet blir vist her utan dei.

system-rights-twice = førespurnaden ber om det same to gonger
    .cause = Systemet har ein rett eller ein tilgangspakke to gonger på lista.
    .fix = Fjern den eine der systemet blir halde ved like, og gjer dette igjen.

system-package-refused = Altinn godtek ikkje ein tilgangspakke på systemet
    .cause = Pakken finst ikkje, er ikkje på systemet, eller er for dei som handlar for mange kundar.
    .fix = Ta pakken av systemet. Filer treng berre ressursen.

system-for-agents = systemet er for dei som handlar for mange kundar
    .cause = Eit slikt system har eigne førespurnader, som dette programmet ikkje lagar.
    .fix = Bruk eit eige system til dette: la system-ID-en stå tom, og registrer det som blir foreslått.

system-resource-not-delegable = ressursen kan ikkje givast til ein systembrukar
    .cause = Eigaren har ikkje sagt at han kan givast vidare.
    .fix =
        { $role ->
            [service-owner] Set ressursen som delegerbar i Altinn Studio, og publiser han på nytt.
           *[other] Be tenesteeigaren setje ressursen som delegerbar, og publisere han på nytt.
        }

system-deleted-before = systemet er sletta
    .cause = Eit sletta system tek vare på ID-en, og ingenting i det kan endrast.
    .fix = La system-ID-en stå tom, og registrer systemet som blir foreslått.

system-unknown = registeret kjenner ikkje eit slikt system hos deg
    .cause = ID-en er skriven feil, eller er frå eit anna miljø eller ein annan leverandør.
    .fix = La system-ID-en stå tom: ditt blir funne, eller eit nytt blir foreslått.

party-not-in-register = Altinn kjenner ikkje verksemda
    .cause = Verksemda er ikkje i registeret i dette miljøet. Testmiljø kjenner syntetiske organisasjonar, og tenesteeigarar som seg sjølve.
    .fix = Vel ein syntetisk organisasjon frå Tenor, eller be servicedesk@altinn.no legge inn di.

right-not-on-system = systemet har ikkje retten
    .cause = Ein systembrukar kan berre få det systemet har, og minst éin rett.
    .fix = Legg ressursen til i systemet, og spør igjen.

systems-failed = Altinn kunne ikkje lagre det
    .cause = Tenesta feila av seg sjølv.
    .fix = Gjer dette igjen om nokre minutt. Held det fram, send koden og tidspunktet til servicedesk@altinn.no.

system-user-there = det finst allereie ein systembrukar
    .cause = Nokon har bede om han, og han er godkjend.
    .fix = Køyr sjekkane: dei finn han.

request-pending = ein førespurnad ventar allereie på svar
    .cause = Han blei send for det same systemet, den same verksemda og den same referansen.
    .fix = Be om systembrukaren igjen: førespurnaden som ventar, blir teken opp.

request-declined = ein tidlegare førespurnad blei avvist
    .cause = Så lenge han er der, lagar Altinn ingen ny.
    .fix = Snakk med den som avviste han, og be så om systembrukaren igjen: den tidlegare førespurnaden blir sletta først.

request-answered = det er allereie svart på førespurnaden
    .cause = Berre ein førespurnad som ventar, kan endrast eller svarast på.
    .fix = Køyr sjekkane: dei viser svaret.

approver-may-not = den som skal godkjenne, kan ikkje godkjenne dette
    .cause = Personen manglar rolla Tilgangsstyrar eller ein av rettane systemet ber om, eller er logga inn for ei anna verksemd.
    .fix = Få dagleg leiar i verksemda til å opne lenka, eller ein annan person med dei rettane.

system-user-unknown = det finst ingen slik systembrukar
    .cause = Han er sletta, eller høyrer til eit anna system.
    .fix = Be om systembrukaren.

system-name-missing = systemet manglar eit namn som kan visast til den som godkjenner
    .cause = Altinn viser namnet på bokmål, men systemet har ikkje noko.
    .fix = Gi systemet eit namn på bokmål der det blir halde ved like, og få det godkjent igjen.

party-not-on-list = verksemda står ikkje på tilgangslista til ressursen
    .cause = Ressursen har ei tilgangsliste, og berre medlemmene kan få han.
    .fix =
        { $role ->
            [service-owner] Legg verksemda til på tilgangslista. Det verkar innan ti minutt.
           *[other] Be tenesteeigaren legge verksemda til på tilgangslista. Det verkar innan ti minutt.
        }

request-unknown = det finst ingen slik førespurnad om systembrukar
    .cause = Han blei send for eit anna system eller ein annan part, med ein annan ekstern referanse, eller aldri.
    .fix = Samanlikn den eksterne referansen med den førespurnaden blei send med, eller be om ein systembrukar.

party-unknown = Altinn kjenner ikkje ei av desse verksemdene
    .cause = Eit nummer er skrive feil, eller frå det andre miljøet.
    .fix = Samanlikn nummera. I test er berre syntetiske organisasjonar kjende, og tenesteeigarane sjølve.

service-owner-exists = Formidling kjenner allereie denne tenesteeigaren
    .cause = Han er registrert før.
    .fix = Sjekk igjen.

no-file-yet = inga fil er lasta opp til denne filoverføringa enno
    .cause = Filoverføringa er oppretta, men fila er aldri send, eller opplastinga blei broten.
    .fix = La avsendaren laste opp fila, eller opprett ei ny filoverføring viss ei opplasting var i gang før.

upload-failed = Formidling kunne ikkje lagre fila
    .cause = Opplastinga blei broten, eller lageret hos Altinn svikta. Filoverføringa kan ikkje brukast igjen.
    .fix =
        { $role ->
            [recipient] Be avsendaren om ei ny filoverføring. Skjer det to gonger, skriv du til servicedesk@altinn.no med sporings-ID-en og tidspunktet.
           *[other] Send fila på nytt som ei ny filoverføring. Skjer det to gonger, skriv du til servicedesk@altinn.no med sporings-ID-en og tidspunktet.
        }

limit-refused = Formidling godtek ikkje ei grense som er sett for ressursen
    .cause = Ein filstorleik må vere over null. Ei levetid er på høgst 365 dagar, og tida etter siste henting er på høgst 24 timar, kvar skriven som P30D eller PT2H.
    .fix = Rett grensa som meldinga nemner, og set opp ressursen på nytt.

limit-needs-altinn = Altinn må godta denne grensa for ressursen først
    .cause = Meir enn 50 GB i produksjon går utan virusskanning, og det godkjenner Altinn for kvar ressurs. Meir enn 100 GB er ikkje prøvd.
    .fix = Hald grensa på 50 GB, eller be servicedesk@altinn.no om å få ressursen godkjend.

manifest-shim = brua til Altinn 2 manglar kodane sine
    .cause = Manifestfiler frå Altinn 2 treng ein ekstern tenestekode og ein utgåvekode. Ein ny ressurs treng ingen av dei.
    .fix = Slå av brua for manifestfiler, eller fyll inn begge kodane.

range-refused = den delen av fila som det blei spurt om, finst ikkje
    .cause = Området i førespurnaden byrjar etter slutten på fila.
    .fix = Be om fila frå byrjinga, eller om ein del innanfor storleiken.

scan-not-ready = Formidling har ikkje notert opplastinga enno
    .cause = Svaret er mellom tenestene til Altinn sjølv: Virusskanninga var raskare enn noteringa av opplastinga.
    .fix = Vent. Altinn prøver igjen av seg sjølv.

statistics-none = det er ingen filoverføringar å rapportere
    .cause = Månaden, ressursen eller tenesteeigaren det blei spurt om, har ingen.
    .fix = Spør om ein annan månad.

statistics-failed = Formidling kunne ikkje lage rapporten
    .cause = Tenesta svikta av seg sjølv.
    .fix = Spør igjen om nokre minutt. Blir det ikkje betre, sender du sporings-ID-en til servicedesk@altinn.no.

statistics-asked-wrong = Formidling forstår ikkje kva for ein rapport det blir spurt om
    .cause = Året og månaden må vere tala til ein månad som er gått, og minst eitt slag deltakar må vere med.
    .fix = Rett året, månaden eller dei to filtera, og spør igjen.

caller-not-told = Formidling ser ikkje kva for ei verksemd som spør
    .cause = Tokenet har ikkje noko organisasjonsnummer: Som regel er det tokenet frå Maskinporten sjølv, eller eit token for eit anna slag brukar.
    .fix = Byt Maskinporten-tokenet mot eit Altinn-token først, og send det.

service-owner-failed = Formidling kunne ikkje registrere tenesteeigaren
    .cause = Tenesta svikta av seg sjølv.
    .fix = Gjer dette igjen om nokre minutt. Blir det ikkje betre, sender du koden og tidspunktet til servicedesk@altinn.no.

list-resource-unknown = tilgangslista skal koplast til ein ressurs som ikkje finst
    .cause = Ressursen er ikkje publisert i dette miljøet, eller ID-en er feilskriven.
    .fix = Publiser ressursen først, eller rett ID-en. Kopl han så til lista.

list-resource-of-other = tilgangslista og ressursen har kvar sin eigar
    .cause = Ei liste kan berre koplast til ressursar frå tenesteeigaren som har lista.
    .fix = Lag lista under tenesteeigaren som eig ressursen.

list-too-many = for mange medlemmer i éin førespurnad til tilgangslista
    .cause = Altinn tek høgst 100 medlemmer om gongen.
    .fix = Legg dei til eller fjern dei i fleire førespurnader på høgst 100.

list-include-refused = det blei spurt om tilgangslistene på ein måte som Altinn ikkje godtek
    .cause = Ressursane i listene blir berre viste når éin ressurs er nemnd.
    .fix = Nemn ressursen i førespurnaden, eller la ressursane vere.

list-owner-refused = Altinn kjenner ingen tenesteeigar med koden som står i adressa til lista
    .cause = Tilgangslister ligg under koden til eigaren, eit kort ord, og ikkje under organisasjonsnummeret.
    .fix = Skriv koden til tenesteeigaren i adressa.

request-not-valid = tenesta finn noko i førespurnaden som ikkje er gyldig
    .cause = Koden seier berre det. Kva som er gale, står i medlemmene validationErrors eller errors ved sida av.
    .fix = Slå opp koden inni svaret: Han byrjar med AUTH.VLD eller RR.VLD.

transfer-unknown = Formidling kjenner inga slik filoverføring
    .cause = ID-en er frå eit anna miljø, eller er skriven feil.
    .fix = Samanlikn ID-en og miljøet: ei filoverføring i test er ikkje kjend i produksjon.

transfer-started = filoverføringa er lasta opp før
    .cause = Ei filoverføring tek éi opplasting, også når ho blei broten.
    .fix =
        { $role ->
            [recipient] Be avsendaren lage ei ny filoverføring.
           *[other] Lag ei ny filoverføring.
        }

resource-unsound = Formidling finn ingen ressurs i Altinn med ein tenesteeigar bak seg
    .cause = Ressursen er ikkje publisert i dette miljøet, eller eigaren er ikkje fylt inn.
    .fix =
        { $role ->
            [service-owner] Publiser ressursen på nytt, i dette miljøet, med eigaren fylt inn.
           *[other] Be tenesteeigaren publisere ressursen på nytt, i dette miljøet, med eigaren fylt inn.
        }

no-access = Formidling slepp deg ikkje inn til ressursen
    .cause =
        { $role ->
            [service-owner] Ressursen er ikkje sett opp i Formidling, policyen har ingen regel for verksemda di, eller ho er utelaten frå tilgangslista. Formidling gir eitt svar for alle tre.
           *[other] Systembrukaren fekk ikkje denne ressursen, verksemda står ikkje på tilgangslista, eller tenesteeigaren har ikkje sett han opp i Formidling. Formidling gir eitt svar for alle tre.
        }
    .fix =
        { $role ->
            [service-owner] Sjekk at ressursen er sett opp i Formidling, og at verksemda di står på tilgangslista viss han har ei. Vent ti minutt etter ei endring.
           *[other] Spør tenesteeigaren om ressursen er sett opp i Formidling, og om verksemda di står på tilgangslista. Vent ti minutt etter ei endring.
        }

transfer-not-ready = fila i filoverføringa kan ikkje hentast enno
    .cause =
        { $role ->
            [sender] Altinn skannar ho framleis, eller ho blei ikkje send heil.
           *[other] Ho er ikkje publisert: avsendaren har ikkje sendt ho heil, eller Altinn skannar ho framleis.
        }
    .fix =
        { $role ->
            [recipient] Be avsendaren fullføre filoverføringa, og prøv igjen nokre minutt seinare.
           *[other] Prøv igjen om nokre minutt. Blir det ikkje betre, send fila på nytt.
        }

checksum-differs = fila kom ikkje til Altinn slik ho var
    .cause = Sjekksummen er ein annan enn den som var oppgitt. Filoverføringa har feila og kan ikkje brukast igjen.
    .fix =
        { $role ->
            [recipient] Be avsendaren sende ho igjen som ei ny filoverføring.
           *[other] Send ho igjen som ei ny filoverføring. Skjer det to gonger, er det noko på vegen som endrar fila.
        }

transfer-not-published = filoverføringa kan ikkje stadfestast slik ho er
    .cause = Berre ei som er publisert, kan det. Når den siste mottakaren har stadfesta, er ho ikkje det lenger.
    .fix = Sjå på statusen til filoverføringa: har alle stadfesta, er det ingenting igjen å gjere.

file-too-large = fila er større enn ressursen tek
    .cause =
        { $role ->
            [service-owner] Du kan setje ei grense for ressursen. Utan ei er ho 50 GB.
           *[other] Tenesteeigaren kan setje ei grense for ressursen. Utan ei er ho 50 GB.
        }
    .fix =
        { $role ->
            [service-owner] Send ei mindre fil, eller hev grensa for ressursen i Formidling.
            [recipient] Be avsendaren om ei mindre fil, eller tenesteeigaren om å heve grensa.
           *[other] Send ei mindre fil, eller be tenesteeigaren heve grensa.
        }

not-downloaded-yet = ei fil kan ikkje stadfestast før ho er lasta ned
    .cause = Formidling har ikkje sett noka nedlasting av denne filoverføringa frå verksemda di.
    .fix = Last ned fila, og stadfest ho så.

storage-not-ready = Altinn lagar framleis lagringsplassen til tenesteeigaren
    .cause = Ein tenesteeigar som nettopp har registrert seg i Formidling, ventar nokre minutt på lagringsplassen.
    .fix = Prøv igjen om nokre minutt.

service-owner-not-set-up = eigaren av ressursen er ikkje sett opp i Formidling
    .cause = Ein tenesteeigar registrerer seg sjølv i Formidling éin gong i kvart miljø.
    .fix =
        { $role ->
            [service-owner] Registrer deg som tenesteeigar i Formidling, og set så opp ressursen der.
           *[other] Be tenesteeigaren registrere seg i Formidling, og så setje opp ressursen der.
        }

resource-not-set-up = ressursen er ikkje sett opp i Formidling
    .cause = Formidling brukar ein ressurs først når eigaren har sett han opp der, sjølv om han er publisert.
    .fix =
        { $role ->
            [service-owner] Set opp ressursen i Formidling.
           *[other] Be tenesteeigaren setje opp ressursen i Formidling.
        }

required-party-missing = ressursen krev at tenesteeigaren er med i kvar filoverføring
    .cause =
        { $role ->
            [service-owner] Du har oppgitt ein part som må vere med for ressursen, og han er verken avsendar eller mottakar.
           *[other] Tenesteeigaren har oppgitt ein part som må vere med, og han er verken avsendar eller mottakar.
        }
    .fix =
        { $role ->
            [service-owner] Vel di eiga verksemd som mottakar.
           *[other] Vel tenesteeigaren som mottakar.
        }

one-recipient-only = ressursen tek berre éin mottakar, tenesteeigaren
    .cause =
        { $role ->
            [service-owner] Du har oppgitt ein part som må vere med, og som då er den einaste mottakaren av det andre sender.
           *[other] Tenesteeigaren har oppgitt ein part som må vere med, og som då er den einaste mottakaren av det andre sender.
        }
    .fix =
        { $role ->
            [service-owner] Vel di eiga verksemd som einaste mottakar.
           *[other] Vel tenesteeigaren som einaste mottakar.
        }

recipient-not-on-list = ressursen har ei tilgangsliste, og ikkje alle mottakarane står der
    .cause = Berre verksemder på lista får sende til kvarandre.
    .fix =
        { $role ->
            [service-owner] Legg kvar mottakar til på tilgangslista. Det verkar innan ti minutt.
           *[other] Be tenesteeigaren legge kvar mottakar til på tilgangslista. Det verkar innan ti minutt.
        }

service-owner-unknown = Formidling kjenner deg ikkje som tenesteeigar
    .cause = Ein tenesteeigar registrerer seg sjølv i Formidling éin gong i kvart miljø.
    .fix = Registrer verksemda di som tenesteeigar i Formidling. Lagringsplassen er klar nokre minutt seinare.

endpoint-not-taken = Altinn godtek ikkje adressa til webhooken
    .cause = Det må vere ei heil adresse som byrjar med https.
    .fix = Fyll inn ei https-adresse som Altinn kan nå frå internett.

filter-refused = Altinn Events godtek ikkje filtera i abonnementet
    .cause = Eit filter frå den gamle dokumentasjonen, slik som sourceFilter, blir avvist i dag.
    .fix = Samanlikn filtera med dei som broker-setup sender.

admin-token-not-taken = administrasjonen hos Digdir godtek ikkje tokenet til administrasjonsklienten
    .cause = Tokenet kan ha gått ut, eller tilhøyre eit anna miljø.
    .fix = Samanlikn administrasjonsklienten med miljøet til denne profilen, og gjer så dette igjen.

admin-scope-missing = administrasjonsklienten kan ikkje gjere dette
    .cause = Tokenet manglar scopet som trengst.
    .fix = Bestill scopet hos Digdir for administrasjonsklienten: idporten:dcr.read for å sjå, idporten:dcr.modify eller idporten:dcr.write for å endre.

admin-client-unknown = administrasjonen hos Digdir kjenner ingen slik klient i verksemda di
    .cause = Klienten tilhøyrer ei anna verksemd eller eit anna miljø, eller er sletta.
    .fix = Samanlikn klient-ID-en med sjølvbetjeningsportalen.

subscribe-not-allowed = policyen for ressursen lèt deg ikkje abonnere
    .cause = Ingen av reglane gir deg handlinga subscribe.
    .fix =
        { $role ->
            [service-owner] Legg til handlinga subscribe i reglane i policyen for dei som skal abonnere, og publiser han. Det verkar innan ti minutt.
           *[other] Be tenesteeigaren legge til handlinga subscribe i reglane for dei som sender og tek imot, og publisere policyen. Få så rettane til systembrukaren godkjende på nytt.
        }

## Svar på det sjekken som feilar, spør om sjølv

answer-grant-untold = berre portalen, eller ein administrasjonsklient, viser kva Altinn har gitt

answer-signed = signert av { $issuer }, i same miljø

answer-signed-elsewhere = signert av { $issuer }, og { $host } er i eit anna miljø

answer-reference-same = han er { $reference } både her og hos Altinn

answer-reference-other = han er { $reference } her og { $references } hos Altinn

answer-reference-none = Altinn har ingen systembrukar for verksemda i dette systemet, same kva referanse

answer-reference-untold = å spørje krev scopet { $scope }

answer-configured-untold = Formidling svarar berre tenesteeigaren

answer-list-none = ressursen har inga tilgangsliste

answer-list-untold = ressursen har ei liste, og berre tenesteeigaren ser om { $party } står på lista

answer-changed = noko blei endra herifrå { $at }, og Formidling kjenner det kanskje ikkje enno

answer-unchanged = ingenting er endra her i den tida

answer-filter-all = det tek imot hendingar av alle typar om ressursen for verksemda

answer-filter-types = det tek berre imot hendingar av desse typane: { $types }

answer-identity-role = det er eigd av { $consumer }, som rolla abonnerer som

answer-identity-other = det er eigd av { $consumer }, og rolla abonnerer som ein annan identitet

answer-nothing-to-deliver = det var inga overføring etter at abonnementet blei laga

answer-delivery-tried = tok ikkje webhooken imot, prøver Altinn igjen { $at }

answer-delivery-over = Altinn har gjort det siste forsøket sitt

## Lines of proof

row-said-no = dei sa nei { $day }: { $reason }. Rett det dei nemner, og skriv til dei igjen.

row-service-says = orda til tenesta sjølv: { $words }

row-trace-id = sporings-ID, til servicedesken: { $trace }

row-vendor = er leverandøren din

row-ok = i orden

## From a newer version

not-known = ikkje kjent for denne versjonen

## Keys that the program has made

key-for-test = nøkkelen blei laga for test, men miljøet er produksjon
    .cause = Nøklar for test og for produksjon blir haldne frå kvarandre, så ingenting blei signert med han.
    .fix = Oppgi nøkkelen til klienten i produksjon. Finst det ingen enno, fjern svaret og lag ein her.

key-for-production = nøkkelen blei laga for produksjon, men miljøet er eit testmiljø
    .cause = Nøklar for test og for produksjon blir haldne frå kvarandre, så ingenting blei signert med han.
    .fix = Oppgi nøkkelen til klienten i test. Finst det ingen enno, fjern svaret og lag ein her.
