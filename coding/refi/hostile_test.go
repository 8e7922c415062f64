// Hostile, spoilt and random files: a typed error or a project, never a panic, never beyond the limits.

package refi_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/coding/refi"
	"github.com/hasteslowly/readiness/framework/strict"
)

// archive makes a ZIP of names and contents.
func archive(t testing.TB, entries ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(entries); i += 2 {
		w, err := z.Create(entries[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, entries[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHostileArchives(t *testing.T) {
	ok := head + `</Project>`
	whole := archive(t, "project.qde", ok, "sources/a.txt", "hello")
	for _, row := range []struct {
		name string
		data []byte
		says string
	}{
		{"out of the archive", archive(t, "project.qde", ok, "../a.txt", "x"), "leads out of the archive"},
		{"absolute", archive(t, "project.qde", ok, "/a.txt", "x"), "leads out of the archive"},
		{"drive", archive(t, "project.qde", ok, `c:\a.txt`, "x"), "leads out of the archive"},
		{"backslashes up", archive(t, "project.qde", ok, `sources\..\..\a.txt`, "x"), "leads out of the archive"},
		{"twice", archive(t, "project.qde", ok, "sources/A.txt", "x", "sources/a.txt", "y"), "is in the archive twice"},
		{"no project", archive(t, "sources/a.txt", "x"), "has no project.qde"},
		{"two projects", archive(t, "project.qde", ok, "other.qde", ok), "is a second project"},
		{"bomb in the project", archive(t, "project.qde", strings.Repeat("\x00", 50<<20)), "unpacks to more than"},
		{"bomb in a source", archive(t, "project.qde", ok, "sources/a.txt", strings.Repeat("a", 50<<20)), "unpacks to more than"},
		{"truncated", whole[:len(whole)-30], "is no whole ZIP archive"},
		{"no archive", []byte("hello"), "is no whole ZIP archive"},
		{"empty", nil, "is no whole ZIP archive"},
		{"document type", archive(t, "project.qde", `<!DOCTYPE x [<!ENTITY a "b">]>`+ok), "document type declaration"},
		{"entity", archive(t, "project.qde", head+`<Description>&a;</Description></Project>`), "invalid character entity"},
		{"wrong root", archive(t, "project.qde", `<html/>`), "Project or CodeBook is wanted"},
		{"not UTF-8", archive(t, "project.qde", head+"<Description>\xff</Description></Project>"), "is not UTF-8"},
		{"deep", archive(t, "project.qde", head+`<CodeBook><Codes>`+strings.Repeat(`<Code guid="x" name="y" isCodable="true">`, 500)), "within each other"},
		{"not closed", archive(t, "project.qde", head), "unexpected EOF"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, _, err := readProject(t, row.data, refi.Limits{})
			var typed *strict.Error
			if err == nil || !errors.As(err, &typed) || !strings.Contains(err.Error(), row.says) {
				t.Errorf("%v, want %q", err, row.says)
			}
		})
	}
	for _, entries := range [][]string{{"Trial.qde", ok, "Sources/a.txt", "x"}, {"sources/a.txt", "x", "Project.qde", ok}, {"project.qde", ok, "a.txt", "x"}} {
		if p, r, err := readProject(t, archive(t, entries...), refi.Limits{}); err != nil || len(p.Files) != 1 || p.Files[0].Name != "a.txt" || len(r.Warnings) == 0 {
			t.Errorf("%v: %v, %v", entries, err, r)
		}
	}
}

// TestSpoilt cuts and flips a real project in many places: an error or a project, never a panic.
func TestSpoilt(t *testing.T) {
	data := file(t, "nvivo12win-redacted.qdpx")
	step := 997
	if testing.Short() {
		step *= 10
	}
	for at := 0; at < len(data); at += step {
		_, _, _ = readProject(t, data[:at], refi.Limits{})
		flipped := bytes.Clone(data)
		flipped[at] ^= 0x55
		if p, _, err := readProject(t, flipped, refi.Limits{}); err == nil {
			if _, err := p.Write(io.Discard); err != nil {
				var typed *strict.Error
				if !errors.As(err, &typed) {
					t.Errorf("byte %d: %v", at, err)
				}
			}
		}
	}
}

func FuzzReadProject(f *testing.F) {
	f.Add(archive(f, "project.qde", head+`</Project>`, "sources/a.txt", "x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, _, err := refi.ReadProject(bytes.NewReader(data), int64(len(data)), refi.Limits{TotalBytes: 1 << 20, XMLBytes: 1 << 20})
		if err != nil {
			return
		}
		if _, err := p.WriteXML(io.Discard); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzReadProjectXML(f *testing.F) {
	f.Add([]byte(head + `<Sources><TextSource guid="x"><PlainTextContent>abc</PlainTextContent><PlainTextSelection guid="y" startPosition="0" endPosition="2"><Coding guid="z"><CodeRef targetGUID="c"/></Coding></PlainTextSelection></TextSource></Sources></Project>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, _, err := refi.ReadProjectXML(bytes.NewReader(data), refi.Limits{XMLBytes: 1 << 20})
		if err != nil {
			return
		}
		var b bytes.Buffer
		if _, err := p.WriteXML(&b); err != nil {
			t.Fatal(err)
		}
		q, report, err := refi.ReadProjectXML(&b, refi.Limits{})
		if err != nil {
			t.Fatalf("what was written is not read: %v", err)
		}
		if len(report.Losses) > 0 {
			t.Fatalf("what was written has losses: %v", report.Losses)
		}
		if _, _, err := q.Material(refi.MaterialOptions{}); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzReadCodebook(f *testing.F) {
	f.Add(file(f, "refi-spec-annexA1-codebook.qdc"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, _, err := refi.ReadCodebook(bytes.NewReader(data), refi.Limits{XMLBytes: 1 << 20})
		if err == nil && len(c.Codes) > 0 {
			if _, err := c.Write(io.Discard); err != nil {
				t.Fatal(err)
			}
		}
	})
}
