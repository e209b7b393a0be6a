### What the engine says: why something could not be opened, saved or done. Every front shows these lines.

no-folder = Dette systemet oppgir inga mappe å lagre i. Set BROKER_SETUP_HOME til ei mappe.
profile-missing = Det finst ingen profil som heiter { $name }. Desse finst: { $names }.
profile-missing-alone = Det finst ingen profil som heiter { $name }; det finst ingen enno. Køyr: broker-setup profile new { $name } --role sender --environment sandbox
profile-name = { $name } kan ikkje vere namnet på ein profil: bokstavar, siffer, mellomrom, punktum, bindestrek og understrek, høgst 40.
profile-taken = Det finst allereie ein profil som heiter { $name }.
profile-broken = { $name } kunne ikkje lesast. Han er teken vare på som { $path }; ingenting av han er tapt.
profile-foreign = { $name } er ikkje ein profil for broker-setup. Fila er ikkje rørt.
profile-newer = { $name } er skriven av ein nyare versjon av broker-setup. Han er ikkje rørt.
profile-unreadable = { $name } kunne ikkje lesast: { $path }: { $reason }
file-missing = Det finst inga fil { $path }.
file-not-regular =
    { $kind ->
        [folder] { $path } er ei mappe. Oppgi ei fil.
        [pipe] { $path } er eit namngitt røyr. Legg ei fil der i staden.
        [terminal] { $path } er ein terminal. Oppgi ei fil, eller la ein kommando skrive til eit røyr.
        [socket] { $path } er ein socket. Oppgi ei fil.
       *[device] { $path } er ei eining. Oppgi ei fil.
    }
file-leads-nowhere = { $path } er ei lenke til { $target }, der det ikkje er noko. Legg fila der, eller fjern lenka.
file-too-large = { $path } er større enn { $limit }. Så mykje les ikkje broker-setup; oppgi ei anna fil.
file-took-too-long = { $path } kom ikkje til slutten på { $seconds } sekund. Oppgi ei fil, eller la ein kommando skrive til røyret med ein gong.
answers-replaced = Endra av eit anna program også, og erstatta av svaret ditt: { $answers }.
answers-taken = Eit anna program har endra: { $answers }. Før det var det: { $earlier }.
no-answers = Verken --profile eller --answers er oppgitt, og ingen profil har vore opna før. Køyr: broker-setup check --profile NAME
no-role = Rolla manglar. Oppgi --role sender, --role recipient eller --role service-owner, eller skriv ho i svarfila.
using-last = Brukar profilen { $name }, som sist blei opna.
answers-unreadable = { $path } kan ikkje lesast: { $reason }
answers-syntax = dette er ikkje TOML: { $reason }
answers-not-text = { $path } er ikkje tekst. Ei svarfil er TOML, skriven i kva tekstprogram som helst, med eitt svar på kvar linje: role = "sender"
answers-other-format = dette er { $format }; ei svarfil er TOML, med eitt svar på kvar linje: role = "sender"
answers-unquoted = dette er ikkje TOML: verdien til { $key } har ingen hermeteikn. Skriv { $key } = "…".
answers-curly-quotes = dette er ikkje TOML: hermeteikna til { $key } er krøllete. Skriv { $key } = "…", med dei rette hermeteikna på tastaturet.
answers-backslash = dette er ikkje TOML: mellom doble hermeteikn betyr ein omvend skråstrek noko anna. Skriv { $key } = '…', med enkle hermeteikn.
answers-no-equals = dette er ikkje TOML: { $key } har ikkje noko likskapsteikn. Skriv { $key } = "…".
answers-version = denne fila er av versjon { $version }; dette programmet les versjon 1.
answer-unknown = { $key } er ikkje eit svar. Sjå svara med: broker-setup check --help
answer-unknown-near = { $key } er ikkje eit svar. Eitt som liknar: { $close }.
answer-shape = { $key } er av typen { $kind }; det skulle vere ein tekst.
environment-incomplete = eit eige miljø har platform og maskinporten.
in-file = { $file }, linje { $line }
address-plain-http = Ingenting blei sendt: adressa { $name } er rein http, og hemmelegheiter blir sende berre over https. Skriv { $meant } i staden.
address-retired = Ingenting blei sendt: adressa { $name } nemner { $host }, som er frå eldre rettleiingar. Skriv { $meant } i staden.
address-meant = Ingenting blei sendt: adressa { $name } er ikkje ei basisadresse. Skriv { $meant } i staden.
address-unusable = Ingenting blei sendt: adressa { $name } er ikkje ei basisadresse: { $address }
not-saved = Ikkje lagra: { $path }: { $reason }.
not-saved-hangs = Ikkje lagra: disken har ikkje svart på { $seconds } sekund.
not-saved-locked = Ikkje lagra: eit anna program endrar det som er i { $path }, og er ikkje ferdig etter 5 sekund.
state-broken = Noko som var lagra, kunne ikkje lesast. Det ligg no i { $path }; sjekkane byrjar på nytt.
state-newer = Ikkje lagra: det som er lagra om denne tilkoplinga, er skrive av ein nyare versjon av broker-setup.
settings-broken = Innstillingane kunne ikkje lesast. Dei ligg no i { $path }; det du valde no, er lagra.
sandbox-not-running = Sandkassa køyrer ikkje.
sandbox-listen = Sandkassa starta ikkje: ho kan ikkje lytte på { $address }: { $reason }
sandbox-not-loopback = Sandkassa starta ikkje: { $address } er ikkje ei adresse berre for denne maskina.
sandbox-served = Sandkassa starta ikkje: ein annan prosess har sandkasseverda, men svarar ikkje enno.
sandbox-world = Sandkassa starta ikkje: sandkasseverda kan ikkje lagrast: { $reason }
sandbox-world-newer = Sandkassa starta ikkje: ein nyare versjon av broker-setup skreiv sandkasseverda, og ho er ikkje rørt. Bruk den versjonen, eller start ei ny verd med: broker-setup sandbox --fresh
sandbox-world-broken = Noko som var lagra, kunne ikkje lesast. Det ligg no i { $path }; sandkassa har ei ny verd.
sandbox-keys = Nøklane til sandkassa kan ikkje lagrast: { $reason }
sandbox-answer = Svaret frå sandkassa på { $field } er ikkje eit som denne versjonen godtek.
faults-no-answer = Sandkassa blei ikkje spurd om korleis ho sviktar: { $host } svarar ikkje.
faults-refused = Sandkassa blei ikkje spurd om korleis ho sviktar: ho avviste med { $status }.
faults-foreign = Sandkassa blei ikkje spurd om korleis ho sviktar: { $host } er inga sandkasse.
faults-local = Sandkassa blei ikkje spurd om korleis ho sviktar: stoppa på denne maskina: { $reason }
key-unusable = Den private nøkkelen kan ikkje lesast, så den offentlege delen kan ikkje kopierast. Sjekken av den private nøkkelen seier kvifor.
receiver-listen = Mottakaren av hendingar starta ikkje: han kan ikkje lytte på { $address }: { $reason }
not-known = Ikkje kjent for denne versjonen.
keys-moved = Nøklane som blei laga for han, er tekne vare på i { $path }.
keys-not-moved = Nøklane som blei laga for han, ligg framleis i { $path }: { $reason }
