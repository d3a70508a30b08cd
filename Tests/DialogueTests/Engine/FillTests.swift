import Dialogue
import Testing

@Suite struct FillTests {
    @Test(arguments: [
        ("¿Por qué «{{previous}}»?", "¿Por qué «{{x}} y más»?"),
        ("{{ previous }}{{nada}}", "{{x}} y más"),
        ("{{previous", "{{previous"),
        ("sin nada }}", "sin nada }}"),
    ])
    func fillsOnce(_ template: String, _ expected: String) {
        // What people wrote is never read as a template again.
        #expect(fill(template) { $0 == "previous" ? "{{x}} y más" : nil } == expected)
    }
}
