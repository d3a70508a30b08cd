/// How people say yes, no and neither, folded and with doubled letters as one.
enum YesNoWords {
    /// A word with every run of one letter as a single letter.
    static func squeezed(_ word: String) -> String {
        var last: Unicode.Scalar?
        var view = String.UnicodeScalarView()
        for scalar in word.unicodeScalars where scalar != last {
            view.append(scalar)
            last = scalar
        }
        return String(view)
    }

    private static func phrases(_ list: String) -> Set<String> {
        Set(list.split(separator: ",").map { words(of: String($0)).map(squeezed).joined(separator: " ") })
    }

    /// What may stand before the answer and says nothing.
    static let openers = phrases(
        "mm, mh, hm, eh, ah, uh, uf, uy, ay, oh, pucha, chuta, hola, oye, pues, well, yo, gracias, pero"
    )

    /// What may stand after the answer and says nothing.
    static let courtesies = phrases("gracias, thanks, porfa, profe, profesora, senor, senora")

    /// What may introduce one of the `firm` words.
    static let opinions = phrases(
        """
        creo que, creemos que, pienso que, pensamos que, diria que, diriamos que, parece que, me parece que, nos parece que,
        al parecer, claro que, obvio que, por supuesto que, seguro que, la verdad, la verdad que, i think, i guess, of course
        """
    )
    static let firm = phrases("si, sip, no, nop, yes")

    static let unsure = phrases(
        """
        no se si, no se que, no se cual, no se como, no se cuando, no se donde, no se por, no se bien, no se muy, no se aun,
        no se todavia, no se la verdad, no se exactamente, no lo se, no sabemos, no lo sabemos, no sabria, no sabriamos,
        no estoy seguro, no estoy segura, no estamos seguros, no estamos seguras, no tengo idea, no tenemos idea, ni idea,
        no tengo claro, no tenemos claro, no cacho, no me acuerdo, no recuerdo, no entiendo, no entendi, no entendemos,
        no aplica, no necesariamente, no siempre, no del todo, no tanto, no mucho, no importa, no hay problema, tal vez, talvez,
        quiza, quizas, a lo mejor, puede ser, mas o menos, masomenos, depende, a veces, casi, si y no, si o no, si no, si es que,
        si acaso, si fuera, si hubiera, si tuvieramos, ni si ni no, ya veremos, no problem, no worries, no idea, not sure, maybe,
        perhaps, it depends, depends, sometimes, more or less, yes and no, yes or no, i dont know, dont know, dunno, idk
        """
    )
    /// Doubt only as a clause of its own: "no se puede" is a no.
    static let unsureAlone = phrases("no se, nose, si pero no")

    static let no = phrases(
        """
        no, nop, nopo, nope, noup, nones, nah, nunca, jamas, tampoco, para nada, negativo, por ningun motivo, de ninguna manera, ni loco, ni loca, ni ahi, todavia no,
        aun no, ya no, en absoluto, en desacuerdo, incorrecto, never, not yet, not really, not at all, of course not, i think not, no way, i dont think,
        i dont think so, i disagree, negative, incorrect
        """
    )
    /// A no only as a clause of its own.
    static let noAlone = phrases("n, na, falso, false, disagree")

    static let yes = phrases(
        """
        si, sip, sipi, sipo, de acuerdo, estoy de acuerdo, estamos de acuerdo, por supuesto, asi es, asi mismo, afirmativo,
        efectivamente, exactamente, yes, yep, yeah, yup, i agree, we agree, i think so, absolutely, definitely
        """
    )
    /// A yes only as a clause of its own, and only if nothing firmer follows.
    static let weakYes = phrases(
        """
        s, sep, ya, ya po, yapo, dale, claro, clarito, obvio, obviamente, correcto, ok, okey, okay, oki, okis, bueno, vale, listo,
        perfecto, exacto, eso, eso mismo, cierto, es cierto, verdad, es verdad, verdadero, totalmente, seguro, esta bien,
        esta perfecto, siempre, tambien, positivo, demas, va, po, y, sure, of course, right, thats right, correct, agreed, true,
        fine
        """
    )
}
