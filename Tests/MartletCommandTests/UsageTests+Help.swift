// The help of the tool.

extension UsageTests {
    static let toolHelp = """
        Generates Swift clients that stream from OpenAPI documents.

        Usage: martlet COMMAND [options]

        Commands:
          init         Write a commented configuration for a package, and say what its manifest needs.
          generate     Generate a Swift client from an OpenAPI document.
          update       Fetch the newest version of a document, say what it changes, and generate.
          diff         Say what a new version of a document breaks.
          validate     Check OpenAPI documents, and say where they can't be generated from.
          inspect      Print what a document becomes in Swift, as JSON.
          overlay      Print a document with its overlays applied, as YAML.
          bundle       Write a document of many files as one file that means the same.
          templates    List the default templates, or write them to a folder.
          mock         Serve a document's examples on this machine, so that an app can be built without a key.
          reconcile    List where recorded traffic and a document disagree, and write an overlay that makes it true.
          config       Explain what a configuration comes to, or print its JSON Schema.
          explain      Say what a diagnostic, or a rule of 'martlet diff', means, and what to do about it.
          completions  Print what bash, zsh or fish reads to complete command lines.
          manual       Print the manual page, for man.

        Options:
          -h, --help  Print this help; after a command, that of the command.
          --version   Print the version.

        Exit codes:
          0  Done.
          1  Something differs, or a file can't be written.
          2  The command line is wrong.
          3  A document or a configuration has errors.

        Examples:
          martlet init
              Set up the package in this folder.
          martlet generate openapi.yaml -o Sources/API
              Write the client to Sources/API.
          martlet update
              Fetch what the configurations of the package in this folder name.
          martlet diff main:openapi.yaml openapi.yaml
              See what the working copy changes against the branch main.
          martlet validate openapi.yaml
              List the errors, warnings and notes of a document.
          martlet inspect openapi.yaml > api.json
              Save the types and operations as JSON.
          martlet overlay openapi.yaml --overlay streaming.overlay.yaml
              See what the overlay makes of the document.
          martlet bundle openapi.yaml -o bundle.yaml
              Save the document as one file.
          martlet templates export Templates --only Header
              Start a header of your own; 'templates: Templates' in the configuration takes it.
          martlet mock openapi.yaml --port 8080
              Answer from the document's examples.
          martlet reconcile openapi.yaml recordings -o fixes.overlay.yaml
              See where the service departs from the document, and save the corrections.
          martlet config explain Sources/App/martlet.yaml
              See which settings count, and where each is written.
          martlet explain nullable-in-3.1
              Read about one diagnostic.
          source <(martlet completions bash)
              Complete in this shell; a line for ~/.bashrc.
          martlet manual > /usr/local/share/man/man1/martlet.1
              Install it; 'man martlet' shows it then.

        """
}
