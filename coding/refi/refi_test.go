// Foreign files survive: read, written, read again, equal but for listed losses; and what is written is valid.

package refi_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/coding/refi"
)

func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readProject(t testing.TB, data []byte, l refi.Limits) (*refi.Project, *refi.Report, error) {
	t.Helper()
	return refi.ReadProject(bytes.NewReader(data), int64(len(data)), l)
}

// valid holds XML to a schema by xmllint.
func valid(t *testing.T, schema string, data []byte) {
	t.Helper()
	if _, err := exec.LookPath("xmllint"); err != nil {
		if os.Getenv("REQUIRE_XMLLINT") != "" {
			t.Fatal("xmllint is not installed")
		}
		t.Log("xmllint is not installed (Debian: libxml2-utils); the gate runs this with it")
		return
	}
	name := filepath.Join(t.TempDir(), "x.xml")
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("xmllint", "--noout", "--nonet", "--schema", filepath.Join("testdata", schema), name).CombinedOutput(); err != nil {
		t.Errorf("not valid: %s", out)
	}
}

func TestProjectsSurvive(t *testing.T) {
	for _, name := range []string{"refi-spec-annexA2-simple-project.qde", "refi-spec-annexA3-complex-project.qde", "nvivo12win-redacted.qdpx"} {
		t.Run(name, func(t *testing.T) {
			data := file(t, name)
			var p *refi.Project
			var report *refi.Report
			var err error
			if strings.HasSuffix(name, ".qdpx") {
				p, report, err = readProject(t, data, refi.Limits{})
			} else {
				p, report, err = refi.ReadProjectXML(bytes.NewReader(data), refi.Limits{})
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range append(report.Losses, report.Warnings...) {
				t.Log(r)
			}
			var b, again bytes.Buffer
			written, err := p.Write(&b)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range written.Losses {
				t.Log("lost in writing: ", r)
			}
			if _, err := p.Write(&again); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
				t.Error("the same project gives other bytes")
			}
			q, _, err := readProject(t, b.Bytes(), refi.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(p, q); len(written.Losses) == 0 && diff != "" {
				t.Error(diff[:min(len(diff), 3000)])
			}
			var x, y bytes.Buffer
			if _, err := p.WriteXML(&x); err != nil {
				t.Fatal(err)
			}
			if _, err := q.WriteXML(&y); err != nil || !bytes.Equal(x.Bytes(), y.Bytes()) {
				t.Error("what was read again is written otherwise")
			}
			valid(t, "Project.xsd", x.Bytes())
		})
	}
}

func TestCodebookSurvives(t *testing.T) {
	c, report, err := refi.ReadCodebook(bytes.NewReader(file(t, "refi-spec-annexA1-codebook.qdc")), refi.Limits{Strict: true})
	if err != nil {
		t.Fatal(err, report)
	}
	if len(c.Codes) != 6 || c.Codes[0].GUID != "5215cc69-b628-4e02-afb9-9beeaee55808" || c.Codes[0].IsCodable != "false" {
		t.Errorf("%+v", c.Codes)
	}
	c.Sets = []refi.CodeSet{{GUID: refi.NewGUID("s"), Name: "s", Codes: []refi.MemberCode{{GUID: c.Codes[0].GUID}}}}
	var b bytes.Buffer
	if report, err := c.Write(&b); err != nil || len(report.Losses) > 0 {
		t.Fatal(report, err)
	}
	valid(t, "Codebook.xsd", b.Bytes())
	d, _, err := refi.ReadCodebook(&b, refi.Limits{Strict: true})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(c, d); diff != "" {
		t.Error(diff)
	}
	if _, err := (&refi.Codebook{}).Write(io.Discard); err == nil || !strings.Contains(err.Error(), "is empty, which the standard does not allow") {
		t.Error(err)
	}
}

// TestNVivoPositions holds the readings to what was measured on this file apart from this code: 303 selections on 188 stretches; beginnings and ends at lines 281 and
// 281 in UTF-16 with two characters a line end and no mark; 16 and 33 in code points; 11 and 10, 11 and 8 with one a line end; 4 and 4 with the mark.
func TestNVivoPositions(t *testing.T) {
	p, _, err := readProject(t, file(t, "nvivo12win-redacted.qdpx"), refi.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[refi.Reading][2]int{}
	selections, segments := 0, 0
	for _, s := range p.Sources.List {
		raw, ok := p.Raw(s.Text)
		if !ok {
			t.Fatal("no text")
		}
		selections += len(s.Text.Selections)
		segments += len(s.Text.Segments())
		fits := refi.Detect(raw, s.Text.Selections)
		if len(s.Text.Selections) > 0 && fits[0].Reading != (refi.Reading{Unit: coding.UTF16}) {
			t.Errorf("%s is read as %s", s.Text.Name, fits[0].Reading)
		}
		for _, f := range fits {
			n := got[f.Reading]
			got[f.Reading] = [2]int{n[0] + f.LineStarts, n[1] + f.LineEnds}
		}
	}
	if selections != 303 || segments != 188 {
		t.Errorf("%d selections on %d stretches", selections, segments)
	}
	for r, want := range map[refi.Reading][2]int{
		{Unit: coding.UTF16}: {281, 281}, {Unit: coding.Runes}: {16, 33}, {Unit: coding.UTF16, OneEnd: true}: {11, 10},
		{Unit: coding.Runes, OneEnd: true}: {11, 8}, {Unit: coding.UTF16, Mark: true}: {4, 4},
	} {
		if got[r] != want {
			t.Errorf("%s: %v, measured %v", r, got[r], want)
		}
	}
	m, report, err := p.Material(refi.MaterialOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if problems := m.Check(); len(problems) > 0 || len(m.Codings) != 303 || len(m.Coders()) == 0 {
		t.Errorf("%d codings by %v, %v, %+v", len(m.Codings), m.Coders(), problems, report)
	}
}

const head = `<Project xmlns="urn:QDA-XML:project:1.0" name="p">`

func qde(t *testing.T, body string) (*refi.Project, *refi.Report) {
	t.Helper()
	p, r, err := refi.ReadProjectXML(strings.NewReader(body), refi.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return p, r
}

// TestTraits reads what real programs were seen to write, each with what the report says of it; what is written then is valid.
func TestTraits(t *testing.T) {
	const code = `<CodeBook><Codes><Code guid="11111111-1111-1111-1111-111111111111" name="c" isCodable="true"/></Codes></CodeBook>`
	const ref = `<CodeRef targetGUID="11111111-1111-1111-1111-111111111111"/>`
	text := func(inside string) string {
		return head + code + `<Sources><TextSource guid="22222222-2222-2222-2222-222222222222"><PlainTextContent>Some text</PlainTextContent>` + inside + `</TextSource></Sources></Project>`
	}
	for _, row := range []struct{ name, body, says string }{
		{"older namespace", strings.Replace(head, "1.0", "0:10", 1) + code + `</Project>`, "urn:QDA-XML:project:0:10, read as urn:QDA-XML:project:1.0"},
		{"no namespace", `<Project name="p">` + code + `</Project>`, "not of the standard"},
		{"braces and capitals", strings.ReplaceAll(head+code+`</Project>`, "11111111-1111-1111-1111-111111111111", "{AAAAAAAA-1111-1111-1111-111111111111}"), ""},
		{"ids that are no GUID", strings.ReplaceAll(head+code+`</Project>`, "11111111-1111-1111-1111-111111111111", "c001"), "is no GUID"},
		{"colour as rgb", strings.Replace(head+code+`</Project>`, `name="c"`, `name="c" color="rgb(255, 0, 10)"`, 1), "is no colour"},
		{"colour with alpha", strings.Replace(head+code+`</Project>`, `name="c"`, `name="c" color="#ff0000ff"`, 1), "is no colour"},
		{"empty containers", head + `<Users/><Sources/><Notes/><Sets></Sets>` + code + `</Project>`, ""},
		{"empty description", strings.Replace(head+code+`</Project>`, `isCodable="true"/>`, `isCodable="True"><Description/></Code>`, 1), ""},
		{"zero length", text(`<PlainTextSelection guid="33333333-3333-3333-3333-333333333333" startPosition="2" endPosition="2"/>`), "selects nothing"},
		{"annotation without code", text(`<PlainTextSelection guid="33333333-3333-3333-3333-333333333333" startPosition="0" endPosition="4"><Description>x</Description></PlainTextSelection>`), ""},
		{"coding without code", text(`<Coding guid="33333333-3333-3333-3333-333333333333"/>`), "has 0 codes, not one"},
		{"several codes", text(`<Coding guid="33333333-3333-3333-3333-333333333333">` + ref + ref + `</Coding>`), "has 2 codes, not one"},
		{"a stranger's coding", text(`<Coding guid="33333333-3333-3333-3333-333333333333" creatingUser="44444444-4444-4444-4444-444444444444">` + ref + `</Coding>`), "points at nothing in the file: @creatingUser"},
		{"date without T", text(`<Coding guid="33333333-3333-3333-3333-333333333333" creationDateTime="2020-01-01 10:00:00">` + ref + `</Coding>`), "is no date and time"},
		{"position as decimal", text(`<PlainTextSelection guid="33333333-3333-3333-3333-333333333333" startPosition="0.0" endPosition="4"/>`), ""},
		{"position as word", text(`<PlainTextSelection guid="33333333-3333-3333-3333-333333333333" startPosition="x" endPosition="4"/>`), "is no whole number"},
		{"unknown element", head + code + `<Memos><Memo>x</Memo></Memos></Project>`, "is not of the standard: Memos"},
		{"unknown attribute", strings.Replace(head+code+`</Project>`, `name="c"`, `name="c" weight="3"`, 1), "not of the standard: weight"},
		{"float with exponent", head + `<Variables><Variable guid="55555555-5555-5555-5555-555555555555" name="v" typeOfVariable="Float"/></Variables><Cases><Case guid="66666666-6666-6666-6666-666666666666"><VariableValue><VariableRef targetGUID="55555555-5555-5555-5555-555555555555"/><FloatValue>1e5</FloatValue></VariableValue></Case></Cases></Project>`, ""},
		{"GUID given twice", head + `<Users><User guid="11111111-1111-1111-1111-111111111111"/></Users>` + code + `</Project>`, "names two things"},
	} {
		t.Run(row.name, func(t *testing.T) {
			p, r := qde(t, row.body)
			said := fmt.Sprint(r.Losses, r.Warnings)
			if row.says == "" && said != "[] []" || !strings.Contains(said, row.says) {
				t.Errorf("says %s, want %q", said, row.says)
			}
			var b bytes.Buffer
			if _, err := p.WriteXML(&b); err != nil {
				t.Fatal(err)
			}
			valid(t, "Project.xsd", b.Bytes())
			if row.says != "" {
				if _, _, err := refi.ReadProjectXML(strings.NewReader(row.body), refi.Limits{Strict: true}); err == nil {
					t.Error("strict reading takes it")
				}
			}
			if m, _, err := p.Material(refi.MaterialOptions{}); err != nil || row.name != "ids that are no GUID" && len(m.Check()) > 0 {
				t.Errorf("material: %v, %v", err, m.Check())
			}
		})
	}
}

// TestCasesOfSources: variables may hang on the source, and a source may be put in a case by coding it with the case.
func TestCasesOfSources(t *testing.T) {
	const v = `<Variables><Variable guid="55555555-5555-5555-5555-555555555555" name="site" typeOfVariable="Text"/></Variables>`
	const value = `<VariableValue><VariableRef targetGUID="55555555-5555-5555-5555-555555555555"/><TextValue>north</TextValue></VariableValue>`
	p, _ := qde(t, head+v+`<Cases><Case guid="66666666-6666-6666-6666-666666666666" name="k"/></Cases><Sources>`+
		`<TextSource guid="22222222-2222-2222-2222-222222222222" name="a"><PlainTextContent>x</PlainTextContent>`+value+`</TextSource>`+
		`<TextSource guid="33333333-3333-3333-3333-333333333333" name="b"><PlainTextContent>y</PlainTextContent><Coding guid="44444444-4444-4444-4444-444444444444"><CodeRef targetGUID="66666666-6666-6666-6666-666666666666"/></Coding></TextSource></Sources></Project>`)
	m, report, err := p.Material(refi.MaterialOptions{})
	if err != nil || len(m.Check()) > 0 || len(report.Losses) > 0 {
		t.Fatal(err, m.Check(), report)
	}
	if len(m.Cases) != 2 || m.Cases[1].Attributes["site"] != "north" || m.Documents[0].Case != m.Cases[1].ID || m.Documents[1].Case != "66666666-6666-6666-6666-666666666666" || len(m.Codings) != 0 {
		t.Errorf("%+v", m)
	}
}

// TestFromMaterial writes material as a project and takes it back.
func TestFromMaterial(t *testing.T) {
	m := &coding.Material{Format: coding.MaterialFormat, Unit: coding.UTF16,
		Documents: []coding.Document{{ID: "d", Name: "D", Case: "k", Text: "\U0001f600 trust & money\r\nend"}},
		Cases:     []coding.Case{{ID: "k", Attributes: map[string]string{"site": "north"}}},
		Codebook:  coding.Codebook{{Op: coding.AddCode, ID: "people", Name: "People"}, {Op: coding.AddCode, ID: "trust", Name: "Trust", Parent: "people"}},
		Codings:   []coding.Coding{{Document: "d", Start: 3, End: 8, Code: "trust", Coder: "ann", Memo: "m"}, {Document: "d", Code: "people", Coder: "bob"}},
	}
	p, report, err := refi.FromMaterial("p", m)
	if err != nil || len(report.Losses) > 0 {
		t.Fatal(report, err)
	}
	var b bytes.Buffer
	if written, err := p.Write(&b); err != nil || len(written.Losses) > 0 {
		t.Fatal(written, err)
	}
	var x bytes.Buffer
	if _, err := p.WriteXML(&x); err != nil {
		t.Fatal(err)
	}
	valid(t, "Project.xsd", x.Bytes())
	q, _, err := readProject(t, b.Bytes(), refi.Limits{Strict: true})
	if err != nil {
		t.Fatal(err)
	}
	back, _, err := q.Material(refi.MaterialOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if problems := back.Check(); len(problems) > 0 {
		t.Fatal(problems)
	}
	whole, part := back.Codings[0], back.Codings[1]
	if back.Quote(part) != "trust" || part.Coder != "ann" || part.Memo != "m" || whole.Start != whole.End || whole.Coder != "bob" || back.Cases[0].Attributes["site"] != "north" || back.Documents[0].Case != back.Cases[0].ID {
		t.Errorf("%+v", back)
	}
}
