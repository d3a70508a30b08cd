import Dialogue
import Testing

@Suite struct YesNoTests {
    @Test(arguments: [
        "sí", "Si", "SI", "sip", "sí po", "sipo", "Sipo!", "ya", "ya po", "yapo", "Ya.", "dale", "claro",
        "claro que sí", "obvio", "obvio que si",
        "correcto", "de acuerdo", "estamos de acuerdo", "ok", "OK 👍", "okey", "bueno", "por supuesto", "así es", "👍",
        "👍🏽", "✅", "yes", "yep",
        "yeah", "sure", "of course", "that's right", "siii", "sííííí", "yaaa", "s", "y", "sí, pero no todos",
        "sí, porque lo vimos en clases",
        "Sí: en 2º básico", "si a veces", "sí, no hay problema", "ya, pero con apoyo", "bueno, sí", "ok\nsigamos",
        "ya 👍 vamos", "creo que sí",
        "yo creo que si", "me parece que sí", "i think so", "mmm sí", "jajaja sí", "está bien", "exacto", "perfecto",
        "es verdad", "si\u{301}",
        "sí, depende del curso igual", "por supuesto que sí", "of course, always", "sí gracias", "ok gracias",
        "ya po, profe", "vale", "true",
        "si tenemos", "¡Sí!", "👍 gracias",
        "exactamente eso", "la verdad sí", "la verdad que sí", "siempre",
    ])
    func isYes(text: String) {
        #expect(yesNo(text) == true)
    }

    @Test(arguments: [
        "no", "No.", "NO!!", "nop", "no po", "nopo", "noooo", "para nada", "nunca", "tampoco", "negativo", "👎", "👎🏿",
        "❌", "no todavía",
        "todavía no", "aún no", "ya no", "ya, no", "no, nadie", "no porque no hay horas", "no hay pausa entre clases",
        "claro que no",
        "por supuesto que no", "of course not", "obvio que no", "bueno, no", "ok, no", "creo que no", "yo creo que no",
        "i don't think so",
        "not yet", "not really", "nope", "never", "no way", "no se puede", "no se hace en la escuela",
        "no estoy de acuerdo", "en desacuerdo",
        "n", "no gracias", "pucha no", "mmm no", "falso", "jamás", "no tenemos", "no, pero queremos", "la verdad no",
        "nunca lo hemos hecho",
        "no\nporque falta tiempo", "no 😔", "no creo", "de ninguna manera", "por ningún motivo", "I think not",
    ])
    func isNo(text: String) {
        #expect(yesNo(text) == false)
    }

    @Test(arguments: [
        "", " ", "no sé", "No se", "nose", "no sé 🤷", "no sé, hay que ver", "no se si aplica", "no lo sabemos",
        "no estoy segura", "tal vez", "quizás",
        "más o menos", "mas o menos po", "depende", "a veces", "casi siempre", "sí y no", "si o no", "si no",
        "si no hay tiempo", "sí, no", "no, sí",
        "ni idea", "bueno, depende", "ya, más o menos", "ok, tal vez", "creo que depende", "maybe", "I don't know",
        "not sure", "it depends",
        "yes and no", "🤔", "🤷", "hola", "15", "convivencia escolar", "yacimiento", "noche", "siempre hay conflictos",
        "nosotros", "sin recursos",
        "bueno a veces", "claro oscuro", "correcto proceder", "okupas", "ya veremos", "no siempre", "no del todo",
        "no aplica", "no entiendo",
        "?", "...", "no sabría decirte", "y entonces", "ya que estamos", "casi", "seguro escolar", "false alarm",
        "buenos días",
    ])
    func isNeither(text: String) {
        #expect(yesNo(text) == nil)
    }
}
