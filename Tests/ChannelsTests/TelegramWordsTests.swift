import Testing

@testable import Channels

@Suite struct TelegramWordsTests {
    let words = TelegramWords(username: "Raiz_Bot")

    @Test(
        arguments: [
            ("/atras", "atras"), ("/atras@raiz_bot", "atras"), ("/ATRAS@RAIZ_BOT", "ATRAS"), ("/atrás", "atrás"),
            ("/atras.", "atras."), ("/borrar_mis_datos", "borrar mis datos"), ("/2", "2"),
            ("/resumen de hoy", "resumen de hoy"), ("/resumen\nde hoy", "resumen\nde hoy"),
            ("/start", "hola"), ("/start ", "hola"), ("/start@raiz_bot", "hola"), ("/start AB12CD", "AB12CD"),
            ("/Start@Raiz_Bot AB-12_cd", "AB-12_cd"), ("/startgroup AB12", "AB12"), ("/startgroup", "hola"),
            ("@raiz_bot", "hola"), ("@raiz_bot hola", "hola"), ("@Raiz_bot, ¿seguimos?", "¿seguimos?"),
            ("hola @raiz_bot", "hola"), ("oye @raiz_bot sigamos", "oye sigamos"), ("¿@raiz_bot?", "¿?"),
            ("@raiz_bot @raiz_bot ya", "ya"), ("/atras @raiz_bot", "atras"), ("@raiz_bot\nuno\ndos", "uno\ndos"),
            ("@raiz_bot 😀ñ", "😀ñ"), ("ñ@raiz_bot", "ñ"),
        ]
    )
    func whatIsForTheBotBecomesWords(written: String, words: String) {
        #expect(self.words.read(written) == .init(text: words, isAddressed: true))
    }

    @Test(
        arguments: [
            "", "hola", " hola ", "/", "//", "/ o bien", "/casa/persona", "a/b", "/atras@otro_bot",
            "/start@otro_bot AB12",
            "@raiz_bot2 hola", "@raiz_bo hola", "correo@raiz_bot", "a.@raiz_bot", "@otro_bot hola", "@", "@@", "/@raiz",
            "/abcdefghijklmnopqrstuvwxyzabcdefghijk", "50 % @ 20", "\u{301}@",
        ]
    )
    func whatIsNotStaysAsItIs(written: String) {
        #expect(words.read(written) == .init(text: written, isAddressed: false))
    }

    @Test func aLongTextIsReadAtOnce() {
        let text = String(repeating: "@raiz_bo", count: 200_000)
        #expect(words.read(text) == .init(text: text, isAddressed: false))
    }
}
