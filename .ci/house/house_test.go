// Package house tests the house itself: layout, import direction, dependencies, documentation, fused arithmetic, the README's words.
//
// Run it from the project's root: go test ./.ci/house
package house

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/hasteslowly/readiness"

// root is the project's folder, seen from this package.
const root = "../.."

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v", name, strings.Join(args, " "), err)
	}
	return string(out)
}

func TestTopLevel(t *testing.T) {
	allowed := []string{"framework", "coding", "assess", "recommend", "examples", "go.mod", "go.sum", "doc.go", "README.md", "LICENSE"}
	for name := range strings.SplitSeq(strings.TrimSpace(run(t, "git", "ls-files")), "\n") {
		top, _, _ := strings.Cut(name, "/")
		if !strings.HasPrefix(top, ".") && !slices.Contains(allowed, top) {
			t.Errorf("%s stands at the top level", name)
		}
	}
}

func TestImportsPointOneWay(t *testing.T) {
	// What each part may import of the others; framework's own subpackages count as framework.
	allowed := map[string][]string{
		"framework": {}, "coding": {"framework"}, "assess": {"framework"}, "recommend": {"framework", "assess"},
		"examples": {"framework", "coding", "assess", "recommend"}, "": {},
	}
	for line := range strings.SplitSeq(strings.TrimSpace(run(t, "go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")), "\n") {
		words := strings.Fields(line)
		part := partOf(words[0])
		for _, imported := range words[1:] {
			if other, ours := strings.CutPrefix(imported, module+"/"); ours {
				if top := partOf(module + "/" + other); top != part && !slices.Contains(allowed[part], top) {
					t.Errorf("%s imports %s", words[0], imported)
				}
			} else if strings.Contains(strings.SplitN(imported, "/", 2)[0], ".") {
				t.Errorf("%s imports %s: exported code stands on the standard library", words[0], imported)
			}
		}
	}
}

func partOf(path string) string {
	top, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(path, module), "/"), "/")
	return top
}

func TestDependencies(t *testing.T) {
	var mod struct{ Require []struct{ Path string } }
	if err := json.Unmarshal([]byte(run(t, "go", "mod", "edit", "-json")), &mod); err != nil {
		t.Fatal(err)
	}
	for _, r := range mod.Require {
		if r.Path != "github.com/google/go-cmp" && r.Path != "golang.org/x/exp" {
			t.Errorf("go.mod requires %s", r.Path)
		}
	}
}

func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	for name := range strings.SplitSeq(strings.TrimSpace(run(t, "git", "ls-files", "*.go")), "\n") {
		files = append(files, name)
	}
	if len(files) < 20 {
		t.Fatalf("found %d Go files only", len(files))
	}
	return files
}

// TestFilesSayWhatTheyAreFor wants a comment on the first line of every file, and no file over 400 lines.
func TestFilesSayWhatTheyAreFor(t *testing.T) {
	for _, name := range goFiles(t) {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, []byte("// ")) {
			t.Errorf("%s does not begin with what it is for", name)
		}
		if n := bytes.Count(data, []byte("\n")); n > 400 {
			t.Errorf("%s has %d lines", name, n)
		}
		for _, word := range []string{"util", "helper", "manager", "misc", "common"} {
			if strings.Contains(filepath.Base(name), word) {
				t.Errorf("%s is named after nothing", name)
			}
		}
	}
}

// TestExportsAreDocumented looks at every exported identifier of every package, methods and fields of structs with more than one
// exported field included as far as go/doc gives them: types, functions, methods, constants, variables.
func TestExportsAreDocumented(t *testing.T) {
	dirs := map[string]bool{}
	for _, name := range goFiles(t) {
		if !strings.HasPrefix(name, ".") {
			dirs[filepath.Dir(name)] = true
		}
	}
	seen := 0
	for dir := range dirs {
		fset := token.NewFileSet()
		var files []*ast.File
		matches, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range matches {
			if strings.HasSuffix(m, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(fset, m, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, f)
		}
		if len(files) == 0 {
			continue
		}
		p, err := doc.NewFromFiles(fset, files, module+"/"+dir)
		if err != nil {
			t.Fatal(err)
		}
		if p.Doc == "" {
			t.Errorf("package %s has no comment", dir)
		}
		seen += documented(t, dir, p)
	}
	if seen < 150 {
		t.Errorf("looked at %d identifiers only", seen)
	}
}

func documented(t *testing.T, dir string, p *doc.Package) (seen int) {
	check := func(name, text string) {
		seen++
		if ast.IsExported(name[strings.LastIndex(name, ".")+1:]) && strings.TrimSpace(text) == "" {
			t.Errorf("%s: %s is not documented", dir, name)
		}
	}
	values := func(vs []*doc.Value) {
		for _, v := range vs {
			for _, spec := range v.Decl.Specs {
				s := spec.(*ast.ValueSpec)
				for _, n := range s.Names {
					check(n.Name, v.Doc+s.Doc.Text()+s.Comment.Text())
				}
			}
		}
	}
	functions := func(prefix string, fs []*doc.Func) {
		for _, f := range fs {
			check(prefix+f.Name, f.Doc)
		}
	}
	values(p.Consts)
	values(p.Vars)
	functions("", p.Funcs)
	for _, typ := range p.Types {
		check(typ.Name, typ.Doc)
		values(typ.Consts)
		values(typ.Vars)
		functions("", typ.Funcs)
		functions(typ.Name+".", typ.Methods)
	}
	return seen
}

// TestNoFusedArithmetic compiles for an architecture whose compiler fuses a multiplication and an addition, and looks for it: a
// fused result has other last digits, and the same profile would not give the same bytes everywhere.
func TestNoFusedArithmetic(t *testing.T) {
	fused := regexp.MustCompile(`\((\S+\.go:\d+)\)\s+(FN?M(?:ADD|SUB)[DS])`)
	for _, pkg := range []string{"./assess", "./assess/internal/portable", "./assess/consensus", "./assess/uncertainty", "./recommend", "./framework/profile", "./coding", "./coding/agreement"} {
		cmd := exec.Command("go", "build", "-gcflags=-S", pkg)
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "GOARCH=arm64", "CGO_ENABLED=0")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if !bytes.Contains(out, []byte("TEXT")) {
			t.Fatalf("%s: no assembly to look at", pkg)
		}
		for _, m := range fused.FindAllSubmatch(out, -1) {
			t.Errorf("%s: %s; round the product with float64(...)", m[1], m[2])
		}
	}
}

// TestReadmeExampleCompiles holds the README's embedding example to the example that runs as a test.
func TestReadmeExampleCompiles(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	example, err := os.ReadFile(filepath.Join(root, "recommend", "example_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?s)```go\n(.*?)```").FindSubmatch(readme)
	if block == nil {
		t.Fatal("README.md has no Go example")
	}
	lines := 0
	for line := range strings.SplitSeq(string(block[1]), "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		lines++
		if !strings.Contains(string(example), line) {
			t.Errorf("README.md shows %q, which recommend/example_test.go does not have", line)
		}
	}
	if lines < 8 {
		t.Errorf("the example has %d lines only", lines)
	}
}

// TestNoMachinePaths keeps paths of a machine out of what is committed.
func TestNoMachinePaths(t *testing.T) {
	leak := regexp.MustCompile(`(?:^|[^A-Za-z0-9.])/(?:work|tmp|root|home)/`)
	err := fs.WalkDir(os.DirFS(root), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.IsDir() || path == ".ci/house/house_test.go":
			return nil
		}
		data, err := os.ReadFile(filepath.Join(root, path))
		if m := leak.Find(data); m != nil {
			t.Errorf("%s has %q", path, m)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
