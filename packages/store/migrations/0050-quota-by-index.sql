-- What a Pemda's quota counts, by index alone: people it pays for now, and those who will be covered from a day on.
CREATE INDEX member_status_pemda_ix ON member_status (payer_id) WHERE active AND segment = 'PBPU_PEMDA';
CREATE INDEX membership_fact_cover_ix ON membership_fact (payer_id, cover_from) WHERE cover_from IS NOT NULL;
