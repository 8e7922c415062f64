// Generate writes what the ledger yields: the reference catalogue's folder, and the pages beside the ledger.
//
// It is run by go generate in package framework, and reads nothing of the catalogue that it replaces.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hasteslowly/readiness/coding/reference"
)

func main() {
	out := flag.String("out", "reference", "folder of the catalogue")
	pages := flag.String("pages", filepath.Join("..", "coding", "reference"), "folder of the pages")
	flag.Parse()
	if err := run(*out, *pages); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out, pages string) error {
	d, err := reference.Derive()
	if err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(out, "types")); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(out, "types"), 0o777); err != nil {
		return err
	}
	for _, f := range d.Catalogue.Files() {
		if err := os.WriteFile(filepath.Join(out, filepath.FromSlash(f.Name)), f.Data, 0o666); err != nil {
			return err
		}
	}
	made, err := d.Pages()
	if err != nil {
		return err
	}
	for _, page := range made {
		if err := os.WriteFile(filepath.Join(pages, page.Name), page.Data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
