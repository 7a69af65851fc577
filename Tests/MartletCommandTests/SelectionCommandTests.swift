// What a configuration or the command line chooses, where the document has none such.

import MartletTestSupport
import Testing

@Suite struct SelectionCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
    }

    @Test func theConfigurationIsNamedWithThePlace() throws {
        try folder.write(
            "martlet.yaml",
            """
            spec: openapi.yaml
            output: API
            include:
              operations: [readLamp, readLamps]
              tags: [Lamp, Fog]
              paths:
                - /nowhere/**
            exclude: {schemas: [None]}
            environment:
              credentials: {key: API_KEY}

            """)
        let run = try ToolRun(["generate", "martlet.yaml"], in: folder)
        #expect(run.code == 3)
        #expect(
            run.errors == """
                martlet.yaml:4:26: error: the configuration names the operation 'readLamps', which no operation of the document has; did you mean 'readLamp'? [unknown-selection]
                martlet.yaml:5:16: error: the configuration names the tag 'Fog', which no operation of the document has; fix or remove it [unknown-selection]
                martlet.yaml:7:7: error: the configuration names the path '/nowhere/**', which no operation of the document has; fix or remove it [unknown-selection]
                martlet.yaml:8:21: error: the configuration names the schema 'None', which the document doesn't have; fix or remove it [unknown-selection]
                martlet.yaml:10:3: error: the document names no default server; add 'server: VARIABLE' to 'environment' in the configuration [unknown-selection]
                martlet.yaml:10:22: error: 'environment' in the configuration names the security scheme 'key'; the document has none; remove it [unknown-selection]

                """)
    }

    @Test func theCommandLineHasNoPlace() throws {
        let run = try ToolRun(["generate", "openapi.yaml", "-o", "API", "--include-tag", "Fog"], in: folder)
        #expect(run.code == 3)
        #expect(
            run.errors == """
                openapi.yaml:1:1: error: the command line names the tag 'Fog', which no operation of the document has; fix or remove it [unknown-selection]

                """)
    }
}
