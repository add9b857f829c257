-- Words that mean the same to who looks for something; kept by administrators.
create table search_synonym (
  id      uuid    primary key,
  version integer not null default 0,
  words   text[]  not null check (cardinality(words) between 2 and 20),
  stems   text[]  not null
);
create index search_synonym_stems on search_synonym using gin (stems);
comment on column search_synonym.stems is 'The same words as the index of words knows them, so that a plural finds its singular';

create function search_stems(words text[]) returns text[] language sql immutable as $$
  select coalesce(array_agg(stem), '{}') from (select phraseto_tsquery('dutch', word)::text as stem from unnest(words) as word) stems where stem <> ''
$$;

insert into search_synonym (id, words, stems)
select uuidv7(), words, search_stems(words) from (values
  (array['cao','collectieve arbeidsovereenkomst']),
  (array['AVG','privacy','persoonsgegevens','algemene verordening gegevensbescherming','GDPR']),
  (array['POI','provinciale ondersteuningsinstelling']),
  (array['inval','invaller','invallen','vervanging','vervanger','vervangen','waarneming']),
  (array['oproepkracht','oproepcontract','nulurencontract']),
  (array['flexpool','uitlenen','uitleen van personeel','collegiale uitleen']),
  (array['jaargesprek','functioneringsgesprek','ontwikkelgesprek','beoordelingsgesprek']),
  (array['bhv','bedrijfshulpverlening']),
  (array['rooster','dienstrooster','roosteren']),
  (array['verlof','vrije dagen','vakantiedagen','vakantie']),
  (array['thuiswerken','hybride werken','telewerken']),
  (array['VOG','verklaring omtrent het gedrag']),
  (array['OR','ondernemingsraad','PVT','personeelsvertegenwoordiging']),
  (array['salaris','loon','beloning']),
  (array['toeslag','onregelmatigheidstoeslag','ORT']),
  (array['reiskosten','reiskostenvergoeding','kilometervergoeding']),
  (array['inwerken','onboarding','inwerkplan','inwerkprogramma']),
  (array['scholing','opleiding','training','cursus']),
  (array['vacature','werving','personeelsadvertentie']),
  (array['functieprofiel','functiebeschrijving','functieomschrijving']),
  (array['leidinggevende','manager','teamleider']),
  (array['IDO','Informatiepunt Digitale Overheid'])
) as groups (words);

-- One element per word that was typed, itself a query of words that may stand for it. A word matches by its Dutch stem or as it
-- is written; a word that is no more than filling (the, of) must be there only when nothing else was typed.
create function search_query(groups text[]) returns tsquery language plpgsql immutable as $$
declare
  one text;
  stems tsquery;
  exact tsquery;
  telling tsquery := ''::tsquery;
  every tsquery := ''::tsquery;
begin
  foreach one in array groups loop
    stems := to_tsquery('dutch', one);
    exact := to_tsquery('simple', one);
    every := every && exact;
    if numnode(stems) > 0 then
      telling := telling && (stems || exact);
    end if;
  end loop;
  return case when numnode(telling) > 0 then telling else every end;
end $$;

create function search_words(said text) returns tsvector language sql immutable as $$
  select to_tsvector('dutch', left(said, 20000)) || to_tsvector('simple', left(said, 20000))
$$;
comment on function search_words is 'Dutch stems, and the words as they are written';
