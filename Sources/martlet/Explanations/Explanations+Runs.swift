// Explanations of configurations, templates, and what else a run needs beside its document.

extension Explanation {
    static let ofRuns = [
        Explanation(
            "edited-document",
            "`martlet update` would replace a document that isn't what it fetched last: somebody has edited it since, or it was "
                + "there before the first update, and what was changed in it would be lost. `martlet.lock` has the digests of "
                + "what was fetched.",
            repair: "Move the edit into an overlay, which stays; or replace the document with `--force`.",
            .text("source: https://example.org/openapi.yaml\noverlays: [ours.overlay.yaml]")),
        Explanation(
            "idle-format",
            "`formats` decides how values of a format are read, and no schema that code is generated from has that format: "
                + "its name may be spelt otherwise in the document.",
            repair: "Fix or remove the name.", .text("spec: openapi.yaml\nformats: {date_time: plain}")),
        Explanation(
            "stale-plan",
            "SwiftPM asks a build plugin which files it reads when files come or go, and keeps the answer while they only "
                + "change inside. A configuration or document that names another file since then is generated from as it is, "
                + "but the next change of that other file isn't seen.",
            repair: "Run `touch Package.swift` in the package once, so that the next build plans anew.",
            .text("spec: openapi.yaml\noverlays: [../another.overlay.yaml]")),
        Explanation(
            "bad-configuration", "A value of `martlet.yaml` isn't what its key takes.",
            repair: "Write what the message names.", .text("spec: openapi.yaml\nshards: many")),
        Explanation(
            "bad-lock",
            "`martlet.lock` pins what was fetched, by hash and size. The file has been edited or cut off.",
            repair: "Restore it, or delete it and run with `--allow-remote`.",
            .text("documents:\n  https://example.com/a.yaml: {sha256: '12'}")),
        Explanation(
            "git-revision",
            "`REVISION:PATH` names a file in the history of the repository around it, and git doesn't "
                + "find it there.", repair: "Check the revision and the path; a new clone may lack its history.",
            .text("martlet diff main:openapi.yaml openapi.yaml")),
        Explanation(
            "joined-path",
            "`x-martlet-joined` names texts elsewhere in the value, by the keys on the way. This way leads to none.",
            repair: "Name members by their keys, and the tag of the branch after an array of a union.",
            .rest(
                """
                components:
                  schemas:
                    Reply:
                      properties:
                        items: {type: array, items: {properties: {text: {type: string}}}}
                        all: {type: string, x-martlet-joined: items.words}
                """)),
        Explanation(
            "template",
            "A template can't be read or rendered: one of your own has a fault, or a name that replaces none.",
            repair: "Fix it at the place that is named; `martlet templates export` writes the default templates.",
            .text("templates: Templates/")),
        Explanation(
            "unknown-configuration-key", "`martlet.yaml` has no such key here.",
            repair: "Fix its name, or delete it.", .text("spec: openapi.yaml\noverlay: a.yaml")),
        Explanation(
            "unknown-selection",
            "The configuration chooses an operation, a tag, a path or a schema that the document doesn't have: the client "
                + "would lack what was asked for.",
            repair: "Fix or remove the name.", .text("spec: openapi.yaml\ninclude: {tags: [Pest]}")),
    ]
}
