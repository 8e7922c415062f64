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
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
	"github.com/hasteslowly/readiness/framework/strict"
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
	options := profile.Options{Catalogue: framework.Reference(), Input: word}
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

// score assesses a profile on the reference catalogue.
func score(p *profile.Profile) (*assess.Result, error) {
	s, err := assess.NewScorer(framework.Reference(), assess.Options{})
	if err != nil {
		return nil, err
	}
	return s.Score(p)
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
