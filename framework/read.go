// Reading and writing catalogues: one JSON text, or a folder with a file a type.

package framework

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/hasteslowly/readiness/framework/strict"
)

// Limits of a catalogue's text: far above any real one, far below what would hurt.
var limits = strict.Limits{Bytes: 32 << 20, Depth: 12}

// Read makes a catalogue of a JSON text. All problems come at once, with line and column, as a [*strict.Error].
func Read(r io.Reader) (*Catalogue, error) {
	data, err := strict.ReadAll("catalogue", r, limits)
	if err != nil {
		return nil, err
	}
	var d Definition
	doc, err := strict.Unmarshal("catalogue", data, &d, limits)
	if err != nil {
		return nil, err
	}
	c, err := New(d)
	if e, ok := errors.AsType[*strict.Error](err); ok {
		return nil, strict.Fail(e.Input, doc.Locate(e.Problems))
	}
	return c, err
}

// A header is the file catalogue.json of a folder: a definition whose types are ids, each standing for types/ID.json.
type header struct {
	ID       string          `json:"id"`
	Version  string          `json:"version"`
	Title    string          `json:"title"`
	Language string          `json:"language"`
	Claims   Claims          `json:"claims,omitzero"`
	Forms    []FormStatement `json:"forms,omitempty"`
	Types    []string        `json:"types"`
	Sources  []Source        `json:"sources,omitempty"`
}

// ReadFS makes a catalogue of a folder: catalogue.json names the types in order, types/ID.json holds each. All problems come at
// once; a problem's path begins with its file.
func ReadFS(fsys fs.FS) (*Catalogue, error) {
	f := folder{fsys: fsys}
	var h header
	headDoc := f.read("catalogue.json", &h)
	d := Definition{ID: h.ID, Version: h.Version, Title: h.Title, Language: h.Language, Claims: h.Claims, Forms: h.Forms, Sources: h.Sources}
	docs := make([]*strict.Document, len(h.Types))
	for i, id := range h.Types {
		var t Type
		file := "types/" + id + ".json"
		docs[i] = f.read(file, &t)
		if docs[i] != nil && t.ID != id {
			f.add(file, docs[i], strict.Problem{Path: "id", What: fmt.Sprintf("is %q", t.ID), Cure: "a file is named by its id"})
		}
		d.Types = append(d.Types, t)
	}
	if len(f.problems) > 0 {
		return nil, strict.Fail("catalogue", f.problems)
	}
	c, err := New(d)
	if e, ok := errors.AsType[*strict.Error](err); ok {
		for _, p := range e.Problems {
			file, doc := "catalogue.json", headDoc
			var i int
			if n, _ := fmt.Sscanf(p.Path, "types[%d]", &i); n == 1 {
				file, doc = "types/"+h.Types[i]+".json", docs[i]
				_, p.Path, _ = strings.Cut(p.Path, "].")
			}
			f.add(file, doc, p)
		}
		return nil, strict.Fail("catalogue", f.problems)
	}
	return c, err
}

// A folder collects the problems of many files.
type folder struct {
	fsys     fs.FS
	problems []strict.Problem
}

func (f *folder) add(file string, doc *strict.Document, p strict.Problem) {
	p = doc.Locate([]strict.Problem{p})[0]
	p.Path = strings.TrimSuffix(file+": "+p.Path, ": ")
	f.problems = append(f.problems, p)
}

// read returns nil when the file could not be decoded.
func (f *folder) read(file string, v any) *strict.Document {
	data, err := fs.ReadFile(f.fsys, file)
	if err != nil {
		f.problems = append(f.problems, strict.Problem{Path: file, What: "cannot be read", Cure: err.Error()})
		return nil
	}
	doc, err := strict.Unmarshal(file, data, v, limits)
	if e, ok := errors.AsType[*strict.Error](err); ok {
		for _, p := range e.Problems {
			p.Path = strings.TrimSuffix(file+": "+p.Path, ": ")
			f.problems = append(f.problems, p)
		}
		return nil
	}
	return doc
}

// A File is one file of a catalogue's folder.
type File struct {
	Name string
	Data []byte
}

// Files gives the folder that [ReadFS] reads, in canonical form: two spaces of indent, keys in the order of the Go fields, a
// line break at the end.
func (c *Catalogue) Files() []File {
	d := c.def
	h := header{ID: d.ID, Version: d.Version, Title: d.Title, Language: d.Language, Claims: d.Claims, Forms: d.Forms, Sources: d.Sources}
	var files []File
	for _, t := range d.Types {
		h.Types = append(h.Types, t.ID)
		files = append(files, File{"types/" + t.ID + ".json", strict.Marshal(t)})
	}
	return append([]File{{"catalogue.json", strict.Marshal(h)}}, files...)
}
