/// The colour and the icon of every kind of step.
struct DiagramStyle {
    var color: String
    var tint = "#ffffff"

    static func of(_ kind: String) -> DiagramStyle {
        switch kind {
        case "ask": DiagramStyle(color: "#1d4fa3")
        case "gather", "collect", "group": DiagramStyle(color: "#6b3fa0")
        case "choose": DiagramStyle(color: "#94501f")
        case "agree": DiagramStyle(color: "#2f6140")
        case "rate": DiagramStyle(color: "#0f625e")
        case "add": DiagramStyle(color: "#214a2f")
        case "run": DiagramStyle(color: "#8a2f52")
        case "repeat", "for-each": DiagramStyle(color: "#7a5a2a", tint: "#fdf8ec")
        case "part": DiagramStyle(color: "#3b5566", tint: "#f4f8fa")
        case "form": DiagramStyle(color: "#3f6212", tint: "#f6f9ee")
        case "record": DiagramStyle(color: "#214a2f")
        default: DiagramStyle(color: "#5e5844")
        }
    }

    /// White lines around the middle of a circle of radius 17.
    static func icon(_ kind: String) -> String {
        switch kind {
        case "say": "<path d=\"M-8 -6h16v10h-9l-4 4v-4h-3z\"/>"
        case "ask": "<path d=\"M-4 -4a4 4 0 1 1 5.5 3.7q-1.5 .8 -1.5 2.6M0 7.5v.1\"/>"
        case "gather":
            "<circle cx=\"-5\" cy=\"-3\" r=\"3\"/><circle cx=\"5\" cy=\"-3\" r=\"3\"/><path d=\"M-10 7q0 -5 5 -5t5 5M0 7q0 -5 5 -5t5 5\"/>"
        case "collect": "<path d=\"M-7 -5v.1M-7 0v.1M-7 5v.1M-3 -5h10M-3 0h10M-3 5h10\"/>"
        case "group": "<circle cx=\"-3\" cy=\"0\" r=\"6\"/><circle cx=\"3\" cy=\"0\" r=\"6\"/>"
        case "choose": "<path d=\"M-8 0l5 6l11 -12\"/>"
        case "agree": "<path d=\"M0 8C-14 -1 -7 -10 0 -4C7 -10 14 -1 0 8z\"/>"
        case "rate": "<path d=\"M0 -8l2.4 5.2l5.6 .6l-4.2 3.8l1.2 5.6l-5 -2.9l-5 2.9l1.2 -5.6l-4.2 -3.8l5.6 -.6z\"/>"
        case "wait": "<circle r=\"8\"/><path d=\"M0 -4v4l3 2\"/>"
        case "record": "<path d=\"M-5 -8h10v16l-5 -4l-5 4z\"/>"
        case "add": "<path d=\"M-7 0h14M0 -7v14\"/>"
        case "run": "<path d=\"M-8 0h15M2 -6l6 6l-6 6\"/>"
        case "repeat", "for-each": "<path d=\"M7 -3a7.5 7.5 0 1 0 .5 5M7.5 -8v5h-5\"/>"
        case "part": "<path d=\"M-7 -7h14v14h-14zM-7 -2h14\"/>"
        case "form": "<path d=\"M-6 -8h12v16h-12zM-3 -3h6M-3 1h6M-3 5h3\"/>"
        default: "<circle r=\"3\"/>"
        }
    }
}
