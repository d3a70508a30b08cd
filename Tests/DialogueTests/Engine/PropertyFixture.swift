import Dialogue
import TestSupport

/// A flow that uses every step, and events that come in any order.
enum PropertyFixture {
    static let steps = """
        - say: hola
          who: lead
        - recall: pendientes
          of: medida
          unless: why
        - gather: clima
          answer: { one-of: [sol, nubes, lluvia] }
          record: clima
        - ask: asunto
          checks: [blame, solution, personal-data]
          as: problem
          record: problem
          with: { zona: clima }
          mark: { estado: por-ver, vuelta: 1 }
        - repeat: vueltas
          at-least: 1
          at-most: 3
          starts-from: asunto
          continues-from: causa
          steps:
            - gather: causas
              per-person: 2
              visibility: role
              quorum: 3
              minutes: 10
              remind-after: 5
              checks: [blame, solution, several, personal-data]
              as: why
            - group: causas
            - choose: causa
              from: causas
              keep: 1
            - record: why
              text: causa
            - ask: mas
              answer: yes-no
              stop-repeat-if: "no"
        - ask: lugar
          answer: { number: [1, count(why)] }
        - record: why
          text: asunto
          before: lugar
        - record: why
          text: lugar
          over: lugar
          when: elapsed < 30 and not inside
        - for-each: parte
          in: causas
          at-most: 3
          steps:
            - add: parte
              to: partes
            - run: inner
              with: { aprendido: parte }
              when: parte-number < 3
            - ask: otra
              optional: yes
            - add: otra
              to: causas
            - ask: basta
              answer: yes-no
              stop-repeat-if: yes
        - for-each: peldano
          in: [uno, dos, tres]
          steps:
            - ask: sube
              optional: yes
            - record: subida
              text: sube
              with: { en: peldano }
        - record: subida
          text: asunto
          over: last
        - choose: mejores
          from: partes
          keep: 2
        - gather: secretos
          visibility: private
          minutes: 20
        - record: secreto
          text: secretos
        - gather: medidas
          per-person: 3
          alone: list
          at-least: 3
        - pick: rutina
          from: [escalera, antes]
        - suggest: objetivo
          from: asunto
        - say: objetivo-dicho
          when: answered(objetivo) or count(pendientes) > 0
        - choose: orden
          from: medidas
          by: rank
          keep: 2
        - record: medida
          text: orden
        - choose: una
          from: medidas
          by: single
        - ask: nivel
          answer: { one-of: [alto, medio, bajo] }
        - ask: cuanto
          answer: { number: [1, 5] }
        - ask: cuando
          answer: date
          optional: yes
        - collect: tareas
          at-least: 2
        - form: compromiso
          steps:
            - ask: que
            - ask: quien
              who: lead
              optional: yes
        - rate: pulso
          items: [claro, util, propio]
          scale: [1, 4]
        - agree: acuerdo
          when: people > 1
        - part: respiros
          when: nivel != "bajo"
          steps:
            - wait: respiro
              minutes: 5
            - part: final
              when: people > 2
              steps:
                - ask: ultima
                  optional: yes
        - run: inner
        - say: chao
        """

    static let inner = """
        - ask: aprendido
          optional: yes
          record: reflection
        - gather: ecos
        - choose: eco
          from: ecos
          keep: 1
        - record: eco
        """

    private static let words = [
        "siguiente", "next", "cerrar", "atrás", "back", "saltar", "skip", "saltar porque no hay dato", "pausa", "pause",
        "seguir", "resume", "resumen", "summary", "ayuda", "help", "repetir", "menú", "mantener", "keep", "quiénes",
        "who", "más tiempo 5", "more time 5", "sumar persona", "add person", "salir", "stop", "borrar mis datos",
        "listo", "done",
        "sí", "no", "yes", "1", "2", "3", "1 2", "2 2", "3 1 2", "9", "0", "-1", "2 3 4", "1 1 1 1 1 1", "4 4 4",
        "es alto", "mañana",
        "juntar 1 2", "merge 2 1", "juntar 1 9", "quitar 1", "remove 2", "agregar:", "por 99: hola a todos",
        "por 0: nada",
        "por -9223372036854775808: nada", "por 9223372036854775807: nada", "99999999999999999999", "", " ", "🙂",
        "\u{0}\u{301}",
        "Los profesores no se comprometen", "Implementar un taller de lectura", "Escribir a ana@example.org", "1.yes",
        "1.1",
    ]

    /// What earlier dialogues left, or nothing.
    static func earlier(_ generator: inout SplitMix) -> [Earlier]? {
        guard Bool.random(using: &generator) else { return nil }
        return (0..<Int.random(in: 0...12, using: &generator)).map { number in
            let kind = ["medida", "why", "pick", "secreto"].randomElement(using: &generator) ?? "medida"
            let fields: [String: Value] =
                kind == "pick" ? ["name": .text("rutina"), "id": .text("escalera")] : ["number": .number(number)]
            return Earlier(dialogue: "\(number / 3)", kind: kind, text: "Idea \(number % 5)", fields: fields)
        }
    }

    /// Something that somebody says or does. `number` makes the words of an answer known again.
    static func event(
        _ generator: inout SplitMix,
        _ number: Int,
        parties: Int,
        buttons: [String]
    ) -> Event {
        let who = String(Int.random(in: 0...(parties + 1), using: &generator))
        let text = "La idea zorro\(number)x que separa los bloques"
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<30: return .said(party: who, .text(text))
        case 30..<34:
            return .said(
                party: who,
                .text(text + "\nOtra idea zorro\(number)y del horario\nImplementar un taller zorro\(number)z")
            )
        case 34..<55: return .said(party: who, .text(words.randomElement(using: &generator) ?? ""))
        case 55..<68: return .said(party: who, .choice(buttons.randomElement(using: &generator) ?? "1.1"))
        case 68..<70: return .said(party: who, .unsupported("sticker"))
        case 70..<73:
            let locale = Bool.random(using: &generator) ? "en" : "es-CL"
            return .joined(Party(id: who, locale: locale, role: "cargo \(who)"))
        case 73..<75: return .left(party: who)
        case 75..<80: return .tick
        case 80..<88: return .said(party: "1", .text("siguiente"))
        case 88..<91: return .said(party: who, .text("por \(parties): " + text))
        case 91..<93: return .said(party: "1", .text("agregar: " + text))
        case 93: return .opened(mode: .team, parties: [], given: [:])
        default: return .control(by: who, control(&generator, parties, text))
        }
    }

    private static func control(_ generator: inout SplitMix, _ parties: Int, _ text: String) -> Control {
        let number = [Int.min, -1, 0, 1, 2, parties, parties + 1, Int.max].randomElement(using: &generator) ?? 0
        let controls: [Control] = [
            .next, .next, .next, .back, .skip(nil), .skip(text), .extend(number), .add(text), .add(""),
            .merge([number, 1]), .merge([]),
            .remove(number), .tell("aviso"), .answer(for: number, text), .seat, .who,
        ]
        return controls.randomElement(using: &generator) ?? .who
    }
}
