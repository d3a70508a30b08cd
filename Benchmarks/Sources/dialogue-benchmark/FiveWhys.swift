import Dialogue

/// A 5 Whys of eight questions: the problem, its evidence, five whys, and whether the last one stands.
///
/// The answer checks are those of the shipped flow.
enum FiveWhys {
    /// What the team answers, in order: one question is skipped.
    static let answers = [
        "Desde marzo, en 5° y 6°, la mitad de las tareas de lectura llega incompleta",
        "saltar",
        "Cada curso corrige las tareas con una pauta distinta",
        "El horario separa los bloques de planificación de 5° y 6°",
        "Los bloques se asignan en diciembre según las salas disponibles",
        "La carga horaria se reparte antes de conocer los talleres",
        "El calendario de talleres llega en enero desde el municipio",
        "sí",
    ]

    static let locale = "es-CL"

    static let program = Program(
        flow: "five-whys",
        modes: [.solo],
        instructions: operations.enumerated().map {
            Instruction(step: "five-whys/\($0.offset)", operation: $0.element)
        },
        phrases: [locale: phrases]
    )

    /// The same without answer checks: what the engine and its storage cost alone.
    static let unchecked: Program = {
        var program = Self.program
        for (index, instruction) in program.instructions.enumerated() {
            guard case .ask(var ask) = instruction.operation else { continue }
            ask.checks = []
            program.instructions[index].operation = .ask(ask)
        }
        return program
    }()

    private static let operations: [Operation] = [
        .say(prompt: "welcome"),
        .ask(
            Ask(
                name: "problem",
                prompt: "problem",
                answer: .text,
                checks: [.vague, .absence, .solution, .blame, .personalData],
                role: "problem"
            )
        ),
        .ask(Ask(name: "evidence", prompt: "evidence", answer: .text, optional: true, checks: [.personalData])),
        .record(Record(kind: "problem", text: "problem", fields: ["evidence": "evidence"])),
        .enterRepeat(
            Repeat(name: "whys", atLeast: 5, atMost: 5, startsFrom: "problem", continuesFrom: "cause", exit: 9)
        ),
        .ask(
            Ask(
                name: "cause",
                prompt: "why",
                answer: .text,
                checks: [
                    .blame, .humanError, .symptom, .circular, .absence, .solution, .several, .external, .vague,
                    .personalData,
                ],
                role: "why"
            )
        ),
        .record(Record(kind: "why", text: "cause", fields: ["question": "previous", "level": "whys"])),
        .nextRound(first: 5),
        .leaveRepeat,
        .ask(
            Ask(
                name: "stands",
                prompt: "read-back",
                answer: .yesNo,
                chain: Chain(links: "why", ends: "problem", prompt: "therefore")
            )
        ),
        .unless(.compare(.name("stands"), .equal, .literal(.flag(true))), otherwise: 12),
        .record(Record(kind: "root-cause", text: "cause")),
        .say(prompt: "goodbye"),
        .end,
    ]

    private static let phrases: Phrasebook = [
        "welcome": Phrase(text: ["Partamos con los 5 porqués: de lo que se ve a lo que lo produce."]),
        "problem": Phrase(text: ["¿Qué problema quieren mirar hoy? Cuéntenlo como un hecho."]),
        "evidence": Phrase(text: ["¿Qué dato o hecho lo muestra? Si todavía no lo tienen, escriban «saltar»."]),
        "why": Phrase(text: ["¿Por qué «{{previous}}»?"]),
        "therefore": Phrase(text: ["{{cause}}; por lo tanto, {{effect}}."]),
        "read-back": Phrase(text: ["Leámoslo al revés:\n{{chain}}\n¿Se sostiene?"]),
        "goodbye": Phrase(text: ["Gracias por pensar en conjunto. Su hipótesis es: «{{root-cause}}»."]),
        "engine/yes-no": Phrase(text: [""], options: ["yes": "Sí", "no": "No"]),
        "engine/keep-hint": Phrase(text: ["Si prefieren dejarla así, escriban «mantener»."]),
    ]
}
