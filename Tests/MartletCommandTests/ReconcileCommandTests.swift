// `martlet reconcile` as its user runs it: what it prints, writes and ends with.

import MartletTestSupport
import Testing

@Suite struct ReconcileCommandTests {
    @Test func theOverlayMakesTheDocumentTrue() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        try folder.write("traffic/lamp.json", #"{"isLit": null, "colour": "red"}"#)
        let lines = """
            openapi.yaml:24:11: null isn't allowed, but is the value in the only case [null]
                traffic/lamp.json: $.isLit = null
            1 recording of readLamp 200
            1 disagreement, seen 1 time, in 1 recording

            """
        let words = ["reconcile", "openapi.yaml", "traffic"]
        #expect(
            try ToolRun(words + ["-o", "fixes.overlay.yaml"], in: folder) == ToolRun(code: 1, output: lines))
        #expect(
            folder.read("fixes.overlay.yaml") == """
                # Made by martlet reconcile from recorded traffic: what the document lacks to be true of it.
                # Review each action, and delete those that describe a fault of the service.
                overlay: 1.0.0
                info:
                  title: What openapi.yaml lacks, by recorded traffic
                  version: 1.0.0
                extends: openapi.yaml
                actions:

                  # null isn't allowed, but is the value in the only case
                  - target: $.components.schemas.Lamp.properties.isLit['type']
                    remove: true
                  - target: $.components.schemas.Lamp.properties.isLit
                    update:
                      type:
                        - boolean
                        - 'null'

                """)
        #expect(
            try ToolRun(words + ["--overlay", "fixes.overlay.yaml"], in: folder)
                == ToolRun(
                    code: 0,
                    output: "1 recording of readLamp 200\n0 disagreements, seen 0 times, in 1 recording\n"))
    }

    @Test func mistypedOperationsHaveAHint() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        try folder.write("traffic/lamp.json", #"{"isLit": true}"#)
        let run = try ToolRun(["reconcile", "--operation", "readLmp", "openapi.yaml", "traffic"], in: folder)
        #expect(run.code == 1)
        #expect(run.errors == "martlet reconcile: no recording can be of 'readLmp'; did you mean 'readLamp'?\n")
    }

    @Test func faultsAreSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Sample.document)
        try folder.write("notes.txt", "hello")
        #expect(
            try ToolRun(["reconcile", "openapi.yaml", "none.json", "notes.txt"], in: folder)
                == ToolRun(
                    code: 1,
                    errors: """
                        martlet reconcile: none.json: no such file or folder; check the path
                        martlet reconcile: notes.txt: this is neither JSON, nor JSON lines, nor the transcript of an event stream; name a recording

                        """))
        #expect(try ToolRun(["reconcile", "none.yaml", "notes.txt"], in: folder).code == 3)
        #expect(
            try ToolRun(["reconcile", "openapi.yaml", "notes.txt", "--ignore", "nulls"], in: folder)
                == ToolRun(
                    code: 2,
                    errors: """
                        martlet reconcile: '--ignore' takes 'required-absent', 'null', 'unknown-value', 'unknown-branch', 'wrong-type', 'wrong-format' or 'undeclared-member', not 'nulls'; did you mean 'null'?
                        'martlet reconcile --help' explains the command.

                        """))
    }
}
