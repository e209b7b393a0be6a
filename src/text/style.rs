//! Tests of the house style: complete sentences, no apologies, no vague words.

use super::Language;
use super::lines::lines;

/// Words that do not help the reader.
const fn never(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &["please", "invalid input", "something went wrong", "an error occurred", "oops", "unexpected error"],
        // The last four are other words than those of the glossary (facts terms 1, facts terms 5).
        Language::Bokmal => &[
            "vennligst",
            "ugyldig",
            "noe gikk galt",
            "det oppstod en feil",
            "oisann",
            "beklager",
            "klikk her",
            "omfang",
            "bedrift",
            "politikk",
        ],
        Language::Nynorsk => &[
            "vennlegst",
            "ver venleg",
            "ugyldig",
            "noko gjekk gale",
            "noko gjekk gali",
            "det oppstod ein feil",
            "beklagar",
            "orsak",
            "klikk her",
            "omfang",
            "bedrift",
            "politikk",
        ],
    }
}

/// File, key and text of every line.
fn all() -> Vec<(Language, &'static str, String, String)> {
    let of = |language: Language| language.translation().sources().map(move |(file, source)| (language, file, source));
    let sources = Language::ALL.iter().flat_map(|language| of(*language));
    sources
        .flat_map(|(language, file, source)| lines(file, source).into_iter().map(move |(key, line)| (language, file, key, line.text)))
        .collect()
}

#[test]
fn nothing_is_vague_or_apologetic() {
    for (language, file, key, text) in all() {
        let lower = text.to_lowercase();
        for word in never(language) {
            assert!(!lower.contains(word), "{language}/{file}.ftl: {key} says {word:?}");
        }
        assert!(!text.contains("  ") || file == "cli" || text.contains('\n'), "{language}/{file}.ftl: {key} has two spaces in a row");
    }
}

/// Common words of bokmål that are written otherwise in nynorsk (facts terms 5.2).
const ONLY_BOKMAL: &[&str] = &[
    "ikke",
    "hva",
    "hvem",
    "hvor",
    "hvordan",
    "hvorfor",
    "hvilken",
    "hvilke",
    "hvilket",
    "hvis",
    "jeg",
    "noe",
    "noen",
    "fra",
    "bare",
    "kun",
    "selv",
    "mer",
    "flere",
    "ennå",
    "ble",
    "gjør",
    "gjøre",
    "være",
    "åpne",
    "deres",
    "hun",
    "dem",
    "uten",
    "siden",
    "mottaker",
    "mottakeren",
    "avsender",
    "avsenderen",
    "tjenesten",
    "tjenesteeier",
    "tjenesteeieren",
    "virksomhet",
    "virksomheten",
    "nøkler",
    "nøklene",
    "forespørsel",
    "forespørselen",
    "hendelse",
    "hendelsen",
    "hendelser",
    "systembruker",
    "systembrukeren",
    "tilgangsstyrer",
    "filen",
    "lenken",
    "mangler",
    "trenger",
    "venter",
    "svarer",
    "kommer",
    "lagret",
    "slettet",
    "opprettet",
    "måned",
    "måneder",
    "uke",
    "uker",
    "timer",
    "dager",
    "minutter",
    "sekunder",
    "mulig",
    "tilgjengelig",
    "allerede",
    "fortsatt",
    "veiviseren",
    "veiledning",
    "sjekkene",
    "svarene",
];

#[test]
fn nynorsk_has_no_words_of_bokmal() {
    let mut amiss = Vec::new();
    for (_, file, key, text) in all().into_iter().filter(|(language, ..)| *language == Language::Nynorsk) {
        // What a portal or a service writes stands as it is written there.
        let own: String = text.split(['«', '»', '`', '"']).step_by(2).collect::<Vec<_>>().join(" ").to_lowercase();
        let words = own.split(|c: char| !c.is_alphanumeric() && c != '-');
        amiss.extend(words.filter(|word| ONLY_BOKMAL.contains(word)).map(|word| format!("nn/{file}.ftl: {key} says {word}")));
    }
    assert!(amiss.is_empty(), "{amiss:#?}");
}

#[test]
fn sentences_end_with_a_full_stop() {
    for (language, file, key, text) in all() {
        let part = key.split_once('.').map_or("", |(_, part)| part);
        let is_sentence = match file {
            // The line of a deed may name a phase, which is not a sentence.
            "findings" | "deeds" => matches!(part, "cause" | "fix"),
            "fields" => part == "help",
            "steps" => part.starts_with("about"),
            "invalid" => true,
            _ => false,
        };
        assert!(!is_sentence || text.ends_with(['.', '?', ':', '}']), "{language}/{file}.ftl: {key} does not end: {text}");
    }
}
