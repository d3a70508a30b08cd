import Dialogue
import Foundation
import Testing

@Suite struct FoldingTests {
    @Test(arguments: [
        ("  ¿Qué   hago?  ", "que hago"),
        ("AÑO Ñandú", "ano nandu"),
        ("n\u{303}andu\u{301}", "nandu"),
        ("Pingüino ÁÉÍÓÚ", "pinguino aeiou"),
        ("«¡Sí, po!»", "si, po"),
        ("*negrita* _cursiva_", "negrita* _cursiva"),
        ("so\u{200B}lo\u{FEFF} \u{00AD}así\u{200D}", "solo asi"),
        ("uno\u{00A0}dos\u{2003}tres\n\tcuatro", "uno dos tres cuatro"),
        ("2️⃣", "2"),
        ("1️⃣3️⃣", "1 3"),
        ("🔟", "10"),
        ("👍🏽", "👍"),
        ("❤️", "❤"),
        ("pro´ximo", "proximo"),
        ("what’s O'Higgins", "whats ohiggins"),
        ("n° 2", "nº 2"),
        ("ＡＢＣ１２", "abc12"),
        ("① ② ٣", "1 2 3"),
        ("Łódź, Århus, Straße, œuvre, Việt", "lodz, arhus, strasse, oeuvre, viet"),
        ("…", ""),
        ("?!", ""),
        ("", ""),
        ("İstanbul", "istanbul"),
        ("Привет Ἀθήνα", "привет ἀθήνα"),
    ])
    func folds(text: String, key: String) {
        #expect(folded(text) == key)
    }

    @Test(arguments: [
        "¿Cómo están los niños del 1º básico?", "ÀÈÌÒÙ ãõ ç Ž ệ ǭ ǖ", "Ἀθήνα й が 한국", "mañana, pasado mañana",
        "Þórður ŀ",
    ])
    func foldsBothNormalForms(text: String) {
        let composed = folded(text.precomposedStringWithCanonicalMapping)
        let decomposed = folded(text.decomposedStringWithCanonicalMapping)
        #expect(composed == decomposed)
    }

    @Test func foldingTwiceChangesNothing() {
        for text in RandomText.texts {
            let once = folded(text)
            #expect(folded(once) == once, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }
}
