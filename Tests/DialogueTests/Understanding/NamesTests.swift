import Dialogue
import Testing

@Suite struct NamesTests {
    private static let names = [
        "Los 5 porqués", "Árbol de problemas", "Árbol de objetivos", "Preguntas de reflexión",
        "Escalera de metacognición", "Matriz de planificación",
        "Puño a cinco", "Evaluación de la sesión",
    ]

    @Test(arguments: [
        (
            0,
            [
                "cinco porques", "5 porqués", "los 5 xq", "5 xq", "los cinco por qué", "5porques", "porqués",
                "5 por ques", "quiero hacer los 5 porques", "cinco porqes", "5 pq",
            ]
        ),
        (1, ["arbol de problemas", "árbol problema", "problemas", "arbol de problmas", "Árbol de los problemas"]),
        (2, ["objetivos", "arbol de objetibos", "árbol objetivos"]),
        (3, ["reflexión", "preguntas reflexion", "reflexion", "preguntas"]),
        (4, ["metacognicion", "metacognision", "metacog", "escalera"]),
        (5, ["matriz", "planificación", "la matriz de planificacion", "hagamos la matriz"]),
        (6, ["puño a 5", "puño", "puño a cinco"]),
        (7, ["evaluacion", "evaluación sesión"]),
    ])
    func finds(index: Int, texts: [String]) {
        for text in texts {
            #expect(closest(text, among: Self.names) == index, "\(text)")
        }
    }

    @Test(arguments: [
        "", " ", "arbol", "el árbol", "5", "cinco", "los", "hola", "no tengo problemas hoy", "5 alumnos", "👍", "de la",
        "otra cosa", "5 problemas graves",
    ])
    func findsNothingClose(text: String) {
        #expect(closest(text, among: Self.names) == nil)
    }

    @Test func findsEnglishNames() {
        let names = ["five-whys", "problem-tree", "objectives-tree"]
        #expect(closest("5 whys", among: names) == 0)
        #expect(closest("the five whys", among: names) == 0)
        #expect(closest("problem tree", among: names) == 1)
        #expect(closest("tree", among: names) == nil)
        #expect(closest("tree", among: []) == nil)
    }
}
