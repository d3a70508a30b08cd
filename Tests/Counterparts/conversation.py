"""One conversation for every channel: typed words, typed numbers, labels, and options that are pressed."""

from dataclasses import dataclass

SCHOOL = "Escuela Los Aromos"


@dataclass(frozen=True)
class Press:
    """The option at this position, from 1: a button where there are buttons, the typed number elsewhere."""

    position: int


PROBLEM = "La mitad de las tareas de lectura de 5° y 6° llega incompleta desde marzo 📚"
EVIDENCE = 'El libro de clases de abril y mayo, «año 2026», en la columna "Ñ"'
WHYS = [
    "No detectamos a tiempo a quienes no avanzan",
    "Las evaluaciones de los tres cursos no son comparables",
    "Cada docente planifica a solas, en su propio horario",
    "El horario asigna las horas no lectivas en bloques distintos",
    "El horario se arma en enero sin mirar la planificación conjunta 🗓️",
]
VERIFICATION = "La jefa de UTP revisa el horario de los últimos dos años"
DESIRED = "Los equipos de nivel planifican juntos cada quincena 👩🏽‍🏫🇨🇱"
ACTION = "Reservar el bloque del miércoles para planificar por nivel"
RESPONSIBLE = "Jefatura de UTP"
INDICATOR = '=8/10 planificaciones "hechas" en conjunto; con pingüinos'
MEANS = "Actas y pautas del taller «Café», con la e\u0301 escrita en dos partes"
REFLECTIONS = ["Que el horario decide más de lo que creíamos", "Leyendo la cadena al revés 🙃", "En el consejo de año"]

LOBBY = ["hola", "unirme arm 234", "2", "los 5 porqes"]

FIVE_WHYS = [
    PROBLEM, EVIDENCE,
    WHYS[0], "observación", "2",
    WHYS[1], Press(1), "en nuestras manos",
    WHYS[2], "un dato", Press(1), "sí po",
    WHYS[3], "2)", "podemos influir", Press(1),
    WHYS[4], "supuesto", Press(1), "no",
    Press(1),  # the chain holds
    "sí",  # the root cause stands
    VERIFICATION,
    Press(1),  # yes, plan an action now
    DESIRED, "saltar", ACTION, RESPONSIBLE, "15 de marzo de 2027", "saltar", INDICATOR, MEANS,
    REFLECTIONS[0], REFLECTIONS[1], "saltar", REFLECTIONS[2],
]  # fmt: skip

EVERYTHING = LOBBY + FIVE_WHYS


def why(level, evidence, control):
    question = PROBLEM if level == 1 else WHYS[level - 2]
    fields = {"question": question, "evidence": evidence, "control": control, "level": level}
    return ("why", WHYS[level - 1], fields)


OUTCOMES = [
    ("problem", PROBLEM, {"evidence": EVIDENCE}),
    why(1, "observation", "influence"),
    why(2, "fact", "control"),
    why(3, "fact", "control"),
    why(4, "observation", "influence"),
    why(5, "assumption", "control"),
    ("root-cause", WHYS[4], {"evidence": "assumption", "control": "control", "chain": "holds"}),
    ("verification-task", VERIFICATION, {}),
    ("desired-state", DESIRED, {}),
    ("action", ACTION, {
        "responsible": RESPONSIBLE, "start": "2027-03-15", "indicator": INDICATOR, "verification": MEANS,
    }),
    *(("reflection", words, {}) for words in REFLECTIONS),
]  # fmt: skip

# The matrix's only row without its origin. The objective and the end were skipped, so they are unknown.
ROW = {
    "Establecimiento": SCHOOL,
    "Capacidad": None,
    "Estado inicial (práctica actual)": PROBLEM,
    "Evidencia": EVIDENCE,
    "Causa raíz (hipótesis)": WHYS[4],
    "Estado deseado (práctica deseada)": DESIRED,
    "Objetivo": None,
    "Meta": None,
    "Indicador": INDICATOR,
    "Estrategia": None,
    "Acción": ACTION,
    "Responsable (cargo)": RESPONSIBLE,
    "Participantes": None,
    "Inicio": {"day": "2027-03-15"},
    "Término": None,
    "Recursos": None,
    "Medios de verificación": MEANS,
    "Vínculo PME/PGI": None,
    "Riesgo o supuesto": None,
}

# The same 5 Whys in three levels, for chats where each message costs its second: pressed, typed as a number, as a
# number in an emoji, as a label, and with a mistake.
SHORT_LOBBY = ["2", "los 5 porqes"]
SHORT = [
    PROBLEM, EVIDENCE,
    WHYS[0], "2️⃣", Press(2),
    WHYS[1], "un dato", "en nuestras manos",
    WHYS[2], Press(1), "1)", "no",
    "1️⃣",  # the chain holds
    "sí po",  # the root cause stands
    "no",  # no action now
    REFLECTIONS[0], "saltar", REFLECTIONS[2], "saltar",
]  # fmt: skip

SHORT_OUTCOMES = [
    ("problem", PROBLEM, {"evidence": EVIDENCE}),
    why(1, "observation", "influence"),
    why(2, "fact", "control"),
    why(3, "fact", "control"),
    ("root-cause", WHYS[2], {"evidence": "fact", "control": "control", "chain": "holds"}),
    ("reflection", REFLECTIONS[0], {}),
    ("reflection", REFLECTIONS[2], {}),
]  # fmt: skip
