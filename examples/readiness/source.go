// Sources of profiles: files, standard input, and the cases that ship with the program.

package main

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
	"github.com/hasteslowly/readiness/framework/strict"
	"github.com/hasteslowly/readiness/recommend"
)

//go:embed cases/*.json
var caseFiles embed.FS

// firstCase is assessed when nothing is named.
const firstCase = "summary-care-record"

// caseNames lists the cases.
func caseNames() ([]string, error) {
	paths, err := fs.Glob(caseFiles, "cases/*.json")
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = strings.TrimSuffix(filepath.Base(path), ".json")
	}
	return names, err
}

// load reads the profile that a word names: a file, "-" for standard input, or a case; nothing for the first case.
func (p program) load(word string) (*profile.Profile, error) {
	if word == "" {
		word = firstCase
	}
	options := profile.Options{Catalogue: p.base, Input: word}
	if data, err := caseFiles.ReadFile("cases/" + word + ".json"); err == nil {
		return profile.ReadJSON(bytes.NewReader(data), options)
	}
	var in io.Reader = p.in
	if word != "-" {
		f, err := os.Open(word)
		if err != nil {
			return nil, fmt.Errorf("%w; give a .json or .csv file, or one of the cases (readiness cases)", err)
		}
		defer f.Close()
		in = f
	}
	data, err := strict.ReadAll(word, in, strict.Limits{})
	if err != nil {
		return nil, err
	}
	if isCSV(word, data) {
		return profile.ReadCSV(bytes.NewReader(data), options)
	}
	return profile.ReadJSON(bytes.NewReader(data), options)
}

// isCSV goes by the file's name, and by its first character where the name says nothing.
func isCSV(name string, data []byte) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv":
		return true
	case ".json":
		return false
	}
	return !bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff"))), []byte("{"))
}

// score assesses a profile.
func (p program) score(x *profile.Profile) (*assess.Result, error) {
	s, err := assess.NewScorer(p.base, assess.Options{})
	if err != nil {
		return nil, err
	}
	return s.Score(x)
}

// catalogueWith gives the reference catalogue and its actions, or what the overlay in a file makes of them.
func catalogueWith(overlay string) (*framework.Catalogue, *recommend.Library, error) {
	if overlay == "" {
		return framework.Reference(), recommend.DefaultLibrary(), nil
	}
	f, err := os.Open(overlay)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	o, err := framework.ReadOverlay(f)
	if err != nil {
		return nil, nil, err
	}
	c, _, err := framework.Reference().Apply(o)
	if err != nil {
		return nil, nil, err
	}
	l, err := recommend.NewLibrary(c, slices.Collect(recommend.DefaultLibrary().Actions()))
	return c, l, err
}

func (p program) cases(arguments) error {
	names, err := caseNames()
	if err != nil {
		return err
	}
	for _, name := range names {
		c, err := p.load(name)
		if err != nil {
			return err
		}
		project := c.Project()
		fmt.Fprintln(p.out, p.style.strong(name))
		fmt.Fprintln(p.out, p.style.plain("  "+project.Name+"; stage "+project.Stage.String()))
		for _, line := range wrap(fmt.Sprintf("%s; %d ratings by %d perspectives", project.Origin, c.Observations(), len(c.Perspectives())), width-2) {
			fmt.Fprintln(p.out, p.style.plain("  "+line))
		}
	}
	return nil
}
