/** The fields `F`, of which one of the given sets must be complete. */
type AnyOf<F, Sets extends readonly (keyof F)[]> = Sets extends unknown ? F & Required<Pick<F, Sets[number]>> : never;
/** One of the two tokens is enough. */
type OneToken = ['access_token'] | ['refresh_token'];
/** The fields of most OAuth 2.0 apps. */
interface OAuth2Fields {
    /** Access Token. */
    access_token?: string;
    /** Refresh Token. */
    refresh_token?: string;
    /** Client ID. */
    client_id?: string;
    /** Client Secret. */
    client_secret?: string;
    /** Callback URL. */
    callback_url?: string;
}
type OAuth2 = AnyOf<OAuth2Fields, OneToken>;
/** The fields of every app, by slug and auth type. */
export interface Catalog {
    /** 15Five (HRIS). */
    '15file': {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** 8x8 (Telephony). */
    '8x8': {
        /** Key names: peer. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
        };
    };
    /** ActiveCampaign (Marketing). */
    active_campaign: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Base URL. */
            base_url: string;
        };
    };
    /** Adyen (Payments). */
    adeyn: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Adobe Workfront (Project Management). */
    adobe_workfront: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Hostname. */
            hostname: string;
        };
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Hostname. Key name: peer. */
            hostname?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Adobe Sign (E-Signature). */
    adobesign: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** API Access Point. Key name: peer. */
            api_access_point?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Agile CRM (CRM). */
    agilecrm: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Email. */
            email: string;
            /** Domain. */
            domain: string;
        };
    };
    /** Aha! (Product Management). */
    aha: {
        /** Key names: peer. */
        keybased: {
            /** Base URL. Key name: labelled. */
            base_url: string;
            /** API Key. */
            api_key: string;
        };
    };
    /** Aircall (Telephony). */
    aircall: {
        /** Key names: labelled. */
        keybased: {
            /** API Token. */
            api_token: string;
            /** API ID. */
            api_id: string;
        };
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Airmeet (Events). */
    airmeet: {
        /** Key names: peer. */
        keybased: {
            /** Access Key. */
            access_key: string;
            /** Secret Key. */
            secret_key: string;
        };
    };
    /** Airtable (Database). */
    airtable: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Amazon S3 (Storage). */
    amazons3: {
        /** Key names: labelled. */
        keybased: {
            /** Access Key ID. */
            access_key_id: string;
            /** Secret access key. */
            secret_access_key: string;
            /** Region. */
            region: string;
        };
    };
    /** Amplitude (Analytics). */
    amplitude: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Secret Key. */
            secret_key: string;
            /** Region. Key name: peer. */
            region?: string;
        };
    };
    /** Anthropic Claude (AI). */
    anthropic_claude: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Apollo (Sales). */
    apollo: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
        /** Key names: peer. */
        oauth2: OAuth2;
    };
    /** AppDirect (E-commerce). */
    app_direct: {
        /** Key names: labelled. */
        keybased: {
            /** Domain URL. */
            domain_url: string;
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
        };
    };
    /** Apptivo (CRM). */
    apptivo: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Access Key. */
            access_key: string;
        };
    };
    /** Aprimo (Content Management). */
    aprimo: {
        /** Key names: peer. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
            /** Subdomain. */
            subdomain: string;
        };
    };
    /** Asana (Project Management). */
    asana: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Ashby (ATS). */
    ashby: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Attio (CRM). */
    attio: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Auth0 (Identity). */
    auth0: {
        /** Key names: labelled. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
            /** Domain. */
            domain: string;
        };
    };
    /** Autodesk Construction Cloud (Construction). */
    autodesk_construction_cloud: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** AWS Security Hub (Security). */
    aws_security_hub: {
        /** Key names: labelled. */
        keybased: {
            /** Access Key ID. */
            access_key_id: string;
            /** Secret access key. */
            secret_access_key: string;
            /** Region. */
            region: string;
        };
    };
    /** Azure Security Center (Security). */
    azure_security_center: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Tenant ID. */
            tenant_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Basecamp (Project Management). */
    basecamp: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Account ID. Key name: peer. */
            account_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** BigCommerce (E-commerce). */
    bigcommerce: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Store Hash. Key name: peer. */
            store_hash?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Bitbucket (Developer Tools). */
    bitbucket: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Box (Storage). */
    box: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Breezy HR (ATS). */
    breezy: {
        /** Key names: labelled. */
        keybased: {
            /** Email. */
            email: string;
            /** Password. */
            password: string;
        };
    };
    /** Brevo (Marketing). */
    brevo: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Bullhorn (ATS). */
    bullhorn: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** REST URL. Key name: peer. */
            rest_url?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Cal.com (Scheduling). */
    cal_com: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Calendly (Scheduling). */
    calendly: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Campaign Monitor (Marketing). */
    campaign_monitor: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Client ID. */
            client_id?: string;
        };
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Canny (Product Management). */
    canny: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Capsule CRM (CRM). */
    capsule: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Certinal eSignature (E-Signature). */
    certinal_esignature: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Chargebee (Payments). */
    chargebee: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Subdomain. */
            subdomain: string;
        };
    };
    /** Chargify (Payments). */
    chargify: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Base URL. */
            base_url: string;
        };
    };
    /** ClickUp (Project Management). */
    clickup: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Clio Manage (Legal). */
    clio_manage: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Hostname. Key name: peer. */
            hostname?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Close (CRM). */
    close: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Clover (Payments). */
    clover: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** API Host. Key name: peer. */
            api_host?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Collibra (Data Governance). */
    collibra: {
        /** Key names: labelled. */
        keybased: {
            /** Username. */
            username: string;
            /** Password. */
            password: string;
            /** Base64 Encoded Credentials. */
            base64_encoded_credentials?: string;
            /** Collibra Instance URL. */
            collibra_instance_url: string;
        };
    };
    /** Confluence (Productivity). */
    confluence: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Subdomain. Key name: peer. */
            subdomain?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Constant Contact (Marketing). */
    constant_contact: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Contentful (Content Management). */
    contentful: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Copper (CRM). */
    copper: {
        /** Key names: documented. */
        keybased: {
            /** API Key. */
            api_token: string;
            /** Email Address. */
            email: string;
        };
    };
    /** Coupa (Procurement). */
    coupa: {
        /** Key names: peer. */
        keybased: {
            /** Instance Domain. */
            instance_domain: string;
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
            /** Scope. */
            scope?: string;
        };
    };
    /** Creditsafe (Finance). */
    creditsafe: {
        /** Key names: peer. */
        keybased: {
            /** Username. */
            username: string;
            /** Password. */
            password: string;
        };
    };
    /** Customer.io (Marketing). */
    customer_io: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Site ID. */
            site_id: string;
        };
    };
    /** Databricks (Database). */
    databricks: {
        /** Key names: labelled. */
        keybased: AnyOf<{
            /** API Key (Personal Access Token). */
            api_key?: string;
            /** Base URL. */
            base_url: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
        }, ['api_key'] | ['client_id', 'client_secret']>;
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Workspace URL. */
            workspace_url?: string;
            /** Base URL. */
            base_url?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, ['access_token'] | ['refresh_token'] | ['client_id', 'client_secret']>;
    };
    /** Datadog (Developer Tools). */
    datadog: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Application Key. */
            application_key: string;
            /** Site. Known values: `datadoghq.com`, `us3.datadoghq.com`, `us5.datadoghq.com`, `datadoghq.eu`, `ddog-gov.com`, `ap1.datadoghq.com`. */
            site_parameter?: string;
        };
    };
    /** Deel (HRIS). */
    deel: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Dialpad (Telephony). */
    dialpad: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** DocuSign (E-Signature). */
    docusign: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** API Account ID. Key name: peer. */
            api_account_id?: string;
            /** Account Base URI. Key name: peer. */
            account_base_uri?: string;
            /** Environment. Key name: peer. */
            environment?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Drip (Marketing). */
    drip: {
        /** Key names: labelled. */
        keybased: {
            /** API Token. */
            api_token: string;
            /** Account ID. */
            account_id: string;
        };
    };
    /** Dropbox (Storage). */
    dropbox: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Dubber (Telephony). */
    dubber: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Base URL. */
            base_url?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Epic (Healthcare). */
    epic: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Etsy (E-commerce). */
    etsy: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Eventbrite (Events). */
    eventbrite: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Exact Online (Accounting). */
    exactonline: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Domain Extension. Key name: peer. */
            extension?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Facebook Ads (Marketing). */
    facebook_ads: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** FedEx (Shipping). */
    fedex: {
        /** Key names: labelled. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
        };
    };
    /** Figma (Design). */
    figma: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Fireflies.ai (Productivity). */
    fireflies: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Fishbowl (Inventory). */
    fishbowl: {
        /** Key names: peer. */
        keybased: {
            /** Server URL. */
            server_url: string;
            /** Username. */
            username: string;
            /** Password. */
            password: string;
            /** App Name. */
            app_name?: string;
            /** App ID. */
            app_id?: string;
        };
    };
    /** Fivetran (Data Integration). */
    fivetran: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** API Secret. */
            api_secret: string;
        };
    };
    /** FreeAgent (Accounting). */
    freeagent: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** FreshBooks (Accounting). */
    freshbooks: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Freshdesk (Support). */
    freshdesk: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Freshdesk Domain. */
            freshdesk_domain: string;
        };
    };
    /** Freshsales (CRM). */
    freshsales: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Freshsales CRM Domain. */
            freshsales_crm_domain: string;
        };
    };
    /** Freshservice (IT Service Management). */
    freshservice: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Freshservice Domain. */
            freshservice_domain: string;
        };
    };
    /** Front (Support). */
    front: {
        /** Key names: peer. */
        keybased: {
            /** API Token. */
            api_token: string;
        };
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** App Secret. */
            app_secret?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** G2 (Marketing). */
    g2: {
        /** Key names: peer. */
        keybased: {
            /** API Token. */
            api_token: string;
        };
    };
    /** Gainsight PX (Analytics). */
    gainsight_px: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Base Endpoint URL. */
            base_endpoint_url: string;
        };
    };
    /** GetResponse (Marketing). */
    getresponse: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** GitHub (Developer Tools). */
    github: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** GitLab (Developer Tools). */
    gitlab: {
        /** Key names: peer. */
        keybased: {
            /** Personal Access Token. */
            personal_access_token: string;
            /** Hostname. */
            hostname?: string;
        };
        /** Key names: peer. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Hostname. */
            hostname?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Gmail (Communication). */
    gmail: {
        /** Key names: documented. */
        oauth2: OAuth2;
    };
    /** Gong (Sales). */
    gong: {
        /** Key names: labelled. */
        keybased: {
            /** Access Key. */
            access_key: string;
            /** Access Key Secret. */
            access_key_secret: string;
        };
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** API Base URL. Key name: peer. */
            api_base_url_for_customer?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Google Admin (Identity). */
    google_admin: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Google Analytics (Analytics). */
    google_analytics: {
        /** Key names: peer. */
        oauth2: OAuth2;
    };
    /** Google BigQuery (Database). */
    google_bigquery: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Google Calendar (Scheduling). */
    google_calendar: {
        /** Key names: peer. */
        oauth2: OAuth2;
    };
    /** Google Drive (Storage). */
    google_drive: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Google Security Command Center (Security). */
    google_security_command_center: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Google Sheets (Productivity). */
    google_sheets: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Greenhouse (ATS). */
    greenhouse: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Gusto (HRIS). */
    gusto: {
        /** Key names: peer. */
        keybased: {
            /** API Token. */
            api_token: string;
        };
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** HaloITSM (IT Service Management). */
    haloitsm: {
        /** Key names: peer. */
        keybased: {
            /** Base URL. */
            base_url: string;
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
            /** Tenant. */
            tenant?: string;
        };
    };
    /** Harvest (Project Management). */
    harvest: {
        /** Key names: peer. */
        keybased: {
            /** Account ID. */
            account_id: string;
            /** Access Token. */
            access_token: string;
        };
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Account ID. Key name: peer. */
            account_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Help Scout (Support). */
    helpscout: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Hexagon SDx2 (Engineering). */
    hexagon_sdx2: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Hexnode (Device Management). */
    hexnode: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Domain. */
            domain: string;
        };
    };
    /** HiBob (HRIS). */
    hibob: {
        /** Key names: labelled. */
        keybased: {
            /** Service ID. */
            service_id: string;
            /** Service Token. */
            service_token: string;
        };
    };
    /** HighLevel (CRM). */
    highlevel: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Location ID. Key name: peer. */
            location_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** HubSpot (CRM). */
    hubspot: {
        /** Key names: documented. */
        oauth2: OAuth2;
    };
    /** Hunter (Sales). */
    hunter: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Iconik (Content Management). */
    iconik: {
        /** Key names: peer. */
        keybased: {
            /** App ID. */
            app_id: string;
            /** Auth Token. */
            auth_token: string;
        };
    };
    /** Incorta (Analytics). */
    incorta: {
        /** Key names: peer. */
        keybased: {
            /** Base URL. */
            base_url: string;
            /** Tenant. */
            tenant: string;
            /** Token. */
            token: string;
        };
    };
    /** Insightly (CRM). */
    insightly: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** API URL (Pod). */
            api_url: string;
        };
    };
    /** Intercom (Support). */
    intercom: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Region. Key name: peer. */
            region?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Ironclad (Legal). */
    ironclad: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Subdomain. Key name: peer. */
            subdomain?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Jibble (HRIS). */
    jibble: {
        /** Key names: labelled. */
        keybased: {
            /** API Key ID. */
            api_key_id: string;
            /** API Key Secret. */
            api_key_secret: string;
        };
    };
    /** Jira (Project Management). */
    jira: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Subdomain. Key name: peer. */
            subdomain?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Kantata (Project Management). */
    kantata: {
        /** Key names: peer. */
        oauth2: OAuth2;
    };
    /** KashFlow (Accounting). */
    kashflow: {
        /** Key names: peer. */
        keybased: {
            /** Username. */
            username: string;
            /** Password. */
            password: string;
            /** Memorable Word. */
            memorable_word?: string;
        };
    };
    /** Keap (CRM). */
    keap: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Keka HR (HRIS). */
    keka: {
        /** Key names: labelled. */
        keybased: {
            /** API Domain. */
            api_domain: string;
            /** API Token. */
            api_token: string;
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
        };
    };
    /** Klaviyo (Marketing). */
    klaviyo: {
        /** Key names: labelled. */
        keybased: {
            /** Private API Key. */
            private_api_key: string;
        };
    };
    /** LeadSquared (CRM). */
    leadsquared: {
        /** Key names: peer. */
        keybased: {
            /** Access Key. */
            access_key: string;
            /** Secret Key. */
            secret_key: string;
            /** Host. */
            host?: string;
        };
    };
    /** Less Annoying CRM (CRM). */
    less_annoying: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Lever (ATS). */
    lever: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Mailchimp (Marketing). */
    mailchimp: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Data Center. Key name: peer. */
            dc?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** MailerLite (Marketing). */
    mailerlite: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Mailgun (Communication). */
    mailgun: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Region. Key name: peer. */
            region?: string;
        };
    };
    /** Marketo (Marketing). */
    marketo: {
        /** Key names: labelled. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
            /** Identity Endpoint. */
            identity_endpoint: string;
            /** REST Endpoint. */
            rest_endpoint: string;
        };
    };
    /** Miro (Productivity). */
    miro: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Mixpanel (Analytics). */
    mixpanel: {
        /** Key names: peer. */
        keybased: {
            /** Service Account Username. */
            service_account_username: string;
            /** Service Account Secret. */
            service_account_secret: string;
            /** Project ID. */
            project_id?: string;
            /** Region. */
            region?: string;
        };
    };
    /** ModMed (Healthcare). */
    modmed: {
        /** Key names: peer. */
        keybased: {
            /** Username. */
            username: string;
            /** Password. */
            password: string;
            /** API Key. */
            api_key: string;
            /** Firm URL Prefix. */
            firm_url_prefix: string;
            /** Environment. */
            environment?: string;
        };
    };
    /** Monday (Project Management). */
    monday: {
        /** Key names: peer. */
        keybased: {
            /** API Token. */
            api_token: string;
        };
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** MongoDB (Database). */
    mongodb: {
        /** Key names: labelled. */
        keybased: AnyOf<{
            /** Connection String. */
            connection_string?: string;
            /** Username. */
            username?: string;
            /** Password. */
            password?: string;
            /** Database. Key name: peer. */
            database?: string;
            /** Host. Key name: peer. */
            host?: string;
            /** Port. Key name: peer. */
            port?: string;
            /** User. Key name: peer. */
            user?: string;
        }, ['connection_string'] | ['host', 'database', 'user', 'password']>;
    };
    /** Microsoft 365 (Productivity). */
    ms_365: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Microsoft Dynamics CRM (CRM). */
    ms_dynamics_crm: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Instance URL. Key name: peer. */
            url?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Microsoft OneDrive (Storage). */
    ms_one_drive: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** App Id. Key name: peer. */
            app_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Microsoft Teams (Communication). */
    ms_teams: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** App ID. */
            app_id?: string;
            /** Tenant ID. */
            tenant_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Microsoft Defender (Security). */
    msdefender: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Tenant ID. */
            tenant_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** MYOB (Accounting). */
    myob: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Business ID. Key name: peer. */
            business_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** MySQL (Database). */
    mysql: {
        /** Key names: peer. */
        keybased: {
            /** Host. */
            host: string;
            /** Port. */
            port?: string;
            /** Database. */
            database: string;
            /** User. */
            user: string;
            /** Password. */
            password: string;
        };
    };
    /** NetSuite (Accounting). */
    netsuite: {
        /** Key names: documented. */
        keybased: {
            /** Account Id. */
            account_id: string;
            /** Consumer Key. */
            consumer_key: string;
            /** Consumer Secret. */
            consumer_secret: string;
            /** Token Id. */
            token_id: string;
            /** Token Secret. */
            token_secret: string;
        };
        /** Key names: documented. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Account Id. */
            account_id: string;
            /** Certificate ID. Key name: labelled. */
            certificate_id?: string;
            /** Private Key. */
            private_key?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, ['access_token'] | ['refresh_token'] | ['client_id', 'certificate_id', 'private_key']>;
    };
    /** New Relic (Developer Tools). */
    new_relic: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Account ID. */
            account_id?: string;
            /** Region. */
            region?: string;
        };
    };
    /** Notion (Productivity). */
    notion: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Odoo (ERP). */
    odoo: {
        /** Key names: peer. */
        keybased: {
            /** Site URL. */
            url: string;
            /** Database Name. */
            db: string;
            /** Username. */
            username: string;
            /** Password Or API Key. */
            password: string;
        };
    };
    /** OpenAI (AI). */
    openai: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** OpenProject (Project Management). */
    openproject: {
        /** Key names: peer. */
        keybased: {
            /** Base URL. */
            base_url: string;
            /** API Key. */
            api_key: string;
        };
    };
    /** OpenText (Content Management). */
    opentext: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Oracle Fusion Financials (Accounting). */
    oracle_fusion_financials: {
        /** Key names: peer. */
        keybased: {
            /** REST Server URL. */
            rest_server_url: string;
            /** Username. */
            username: string;
            /** Password. */
            password: string;
        };
    };
    /** Oracle Sales (CRM). */
    oracle_sales: {
        /** Key names: peer. */
        keybased: {
            /** REST Server URL. */
            rest_server_url: string;
            /** Username. */
            username: string;
            /** Password. */
            password: string;
        };
    };
    /** Oracle SQL (Database). */
    oracle_sql: {
        /** Key names: peer. */
        keybased: {
            /** User. */
            user: string;
            /** Password. */
            password: string;
            /** Connection String. */
            connection_string: string;
        };
    };
    /** Outreach (Sales). */
    outreach: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Paddle (Payments). */
    paddle: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Environment. */
            environment?: string;
        };
    };
    /** PagerDuty (IT Service Management). */
    pagerduty: {
        /** Key names: peer. */
        keybased: {
            /** API Token. */
            api_token: string;
        };
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** PandaDoc (E-Signature). */
    pandadoc: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
        /** Key names: peer. */
        oauth2: OAuth2;
    };
    /** Pandle (Accounting). */
    pandle: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Phished (Security). */
    phished: {
        /** Key names: labelled. */
        keybased: {
            /** Organisation Token. */
            organisation_token: string;
        };
    };
    /** Pipedrive (CRM). */
    pipedrive: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** API Domain. */
            api_domain?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** PostgreSQL (Database). */
    postgres: {
        /** Key names: peer. */
        keybased: {
            /** Host. */
            host: string;
            /** Port. */
            port?: string;
            /** Database. */
            database: string;
            /** User. */
            user: string;
            /** Password. */
            password: string;
            /** SSL Mode. Key name: labelled. Known values: `disable`, `require`, `verify-full`. */
            ssl_mode?: string;
        };
    };
    /** Postman (Developer Tools). */
    postman: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** QuickBooks (Accounting). */
    quickbooks: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Realm ID. Key name: peer. */
            realm_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Ramp (Finance). */
    ramp: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, ['access_token'] | ['refresh_token'] | ['client_id', 'client_secret']>;
    };
    /** Rillet (Accounting). */
    rillet: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Sage Intacct (Accounting). */
    sage_intacct: {
        /** Key names: peer. */
        keybased: {
            /** Sender ID. */
            sender_id: string;
            /** Sender Password. */
            sender_password: string;
            /** User ID. */
            user_id: string;
            /** Company ID. */
            company_id: string;
            /** User Password. */
            user_password: string;
        };
        /** Key names: peer. */
        oauth2: OAuth2;
    };
    /** Salesforce (CRM). */
    salesforce: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Instance URL. Key name: peer. */
            instance_url?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Salesforce Financial Services Cloud (CRM). */
    salesforce_finance: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Instance URL. Key name: peer. */
            instance_url?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Salesforce Marketing Cloud (Marketing). */
    salesforce_marketing_cloud: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Subdomain. Key name: peer. */
            subdomain?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Salesforce Media Cloud (CRM). */
    salesforce_media_cloud: {
        /** Key names: peer. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Instance URL. */
            instance_url?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Pardot (Marketing). */
    salesforce_pardot: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Instance URL. Key name: peer. */
            instance_url?: string;
            /** Business Unit ID. Key name: peer. */
            business_unit_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Salesloft (Sales). */
    salesloft: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** SAP (ERP). */
    sap: {
        /** Key names: peer. */
        keybased: AnyOf<{
            /** API Server. */
            api_server: string;
            /** Username. */
            username?: string;
            /** Password. */
            password?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Subdomain. */
            subdomain?: string;
            /** Region. */
            region?: string;
        }, ['username', 'password'] | ['client_id', 'client_secret']>;
    };
    /** SAP Ariba (Procurement). */
    sap_ariba: {
        /** Key names: peer. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
            /** Application Key (API Key). */
            api_key: string;
            /** Subdomain. */
            subdomain?: string;
            /** Ariba Network ID (ANID). */
            anid?: string;
        };
    };
    /** SAP Ariba Catalog Content API (Procurement). */
    sap_ariba_catalog_content_api: {
        /** Key names: peer. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
            /** Application Key (API Key). */
            api_key: string;
            /** Subdomain. */
            subdomain?: string;
            /** Ariba Network ID (ANID). */
            anid?: string;
        };
    };
    /** SAP Ariba Network Purchase Order Buyer (Procurement). */
    sap_ariba_network_purchase_order_buyer: {
        /** Key names: peer. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
            /** Application Key (API Key). */
            api_key: string;
            /** Subdomain. */
            subdomain?: string;
            /** Ariba Network ID (ANID). */
            anid?: string;
        };
    };
    /** SAP Fieldglass (Procurement). */
    sap_fieldglass: {
        /** Key names: peer. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
            /** Application Key. */
            application_key?: string;
            /** Domain. */
            domain: string;
        };
    };
    /** SAP S/4HANA (ERP). */
    sap_s4hana: {
        /** Key names: peer. */
        keybased: AnyOf<{
            /** API Server. */
            api_server: string;
            /** Username. */
            username?: string;
            /** Password. */
            password?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Subdomain. */
            subdomain?: string;
            /** Region. */
            region?: string;
        }, ['username', 'password'] | ['client_id', 'client_secret']>;
    };
    /** SAP Sourcing (Procurement). */
    sap_sourcing: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, ['access_token'] | ['refresh_token'] | ['client_id', 'client_secret']>;
    };
    /** Segment (Analytics). */
    segment: {
        /** Key names: labelled. */
        keybased: {
            /** Token. */
            token: string;
        };
    };
    /** SendGrid (Communication). */
    sendgrid: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Sentry (Developer Tools). */
    sentry: {
        /** Key names: labelled. */
        keybased: {
            /** Personal Access Token. */
            personal_access_token: string;
        };
    };
    /** ServiceNow (IT Service Management). */
    servicenow: {
        /** Key names: labelled. */
        keybased: {
            /** Instance URL. */
            instance_url: string;
            /** Username. */
            username: string;
            /** Password. */
            password: string;
        };
    };
    /** SFTP (Storage). */
    sftp: {
        /** Key names: labelled. */
        keybased: AnyOf<{
            /** Host. */
            host: string;
            /** Port. */
            port?: string;
            /** Username. */
            username: string;
            /** Password. */
            password?: string;
            /** PEM Key. */
            pem_key?: string;
            /** PEM Key Passphrase. */
            pem_key_passphrase?: string;
        }, ['password'] | ['pem_key']>;
    };
    /** SharePoint (Storage). */
    sharepoint: {
        /** Key names: peer. */
        oauth2: OAuth2;
    };
    /** Shopify (E-commerce). */
    shopify: {
        /** Key names: documented. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Store Name. */
            store_name: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Slack (Communication). */
    slack: {
        /** Key names: documented. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Bot Token. */
            bot_token?: string;
            /** User Token. */
            user_token?: string;
            /** Workspace Token. */
            workspace_token?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, ['access_token'] | ['refresh_token'] | ['bot_token'] | ['user_token'] | ['workspace_token']>;
    };
    /** Smartsheet (Project Management). */
    smartsheet: {
        /** Key names: peer. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Domain. */
            domain?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Snowflake (Database). */
    snowflake: {
        /** Key names: documented. */
        keybased: AnyOf<{
            /** Account Identifier. */
            account_id?: string;
            /** Username. */
            username?: string;
            /** Private Key. */
            private_key?: string;
            /** Passphrase. */
            passphrase?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Token URL. */
            token_url?: string;
            /** Scope. */
            scope?: string;
            /** Password. */
            password?: string;
            /** Database. */
            database?: string;
            /** Warehouse. */
            warehouse?: string;
            /** Role. */
            role?: string;
            /** Schema. */
            schema?: string;
            /** JDBC URL. */
            jdbc_url?: string;
            /** Client ID (older key). */
            oauthclientid?: string;
            /** Client Secret (older key). */
            oauthclientsecret?: string;
            /** Token URL (older key). */
            oauthtokenrequesturl?: string;
            /** Scope (older key). */
            oauthscope?: string;
        }, ['account_id', 'username', 'private_key'] | ['account_id', 'client_id', 'client_secret', 'token_url'] | ['account_id', 'username', 'password'] | ['account_id', 'oauthclientid', 'oauthclientsecret', 'oauthtokenrequesturl'] | ['jdbc_url']>;
    };
    /** SQL Server (Database). */
    sql_server: {
        /** Key names: peer. */
        keybased: {
            /** Server. */
            server: string;
            /** Port. */
            port?: string;
            /** Database. */
            database: string;
            /** User. */
            user: string;
            /** Password. */
            password: string;
        };
    };
    /** Stripe (Payments). */
    stripe: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
        };
    };
    /** Sumo Logic (Developer Tools). */
    sumo_logic: {
        /** Key names: peer. */
        keybased: {
            /** Access ID. */
            access_id: string;
            /** Access Key. */
            access_key: string;
            /** Region. */
            region?: string;
        };
    };
    /** SurveyMonkey (Surveys). */
    survey_monkey: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Tableau (Analytics). */
    tableau: {
        /** Key names: labelled. */
        keybased: {
            /** Base URL. */
            base_url: string;
            /** Access Token. */
            access_token: string;
            /** Access Token Name. */
            access_token_name: string;
        };
    };
    /** Talkdesk (Telephony). */
    talkdesk: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Account Name. Key name: peer. */
            account_name?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Teamwork (Project Management). */
    teamwork: {
        /** Key names: peer. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Base URL. */
            base_url: string;
        };
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** API Endpoint. Key name: peer. */
            api_end_point?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Tenable (Security). */
    tenable: {
        /** Key names: peer. */
        keybased: {
            /** Access Key. */
            access_key: string;
            /** Secret Key. */
            secret_key: string;
        };
    };
    /** Trello (Project Management). */
    trello: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** API Token. */
            api_token: string;
        };
    };
    /** Twilio (Communication). */
    twilio: {
        /** Key names: documented. */
        keybased: {
            /** Auth Token. */
            auth_token: string;
            /** Account SID. */
            sid: string;
            /** Number. */
            number?: string;
        };
    };
    /** UPS (Shipping). */
    ups: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** USPS (Shipping). */
    usps: {
        /** Key names: labelled. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
        };
    };
    /** Webex (Communication). */
    webex: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Workable (ATS). */
    workable: {
        /** Key names: labelled. */
        keybased: {
            /** Base URL. */
            base_url: string;
            /** Access Token. */
            access_token: string;
        };
    };
    /** Workday (HRIS). */
    workday: {
        /** Key names: labelled. */
        keybased: {
            /** Sub-Domain. */
            sub_domain?: string;
            /** Hostname. */
            hostname?: string;
            /** Host URL. */
            host_url?: string;
            /** Tenant. */
            tenant: string;
            /** Username. */
            username: string;
            /** Password. */
            password: string;
        };
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Sub-Domain. */
            sub_domain?: string;
            /** Hostname. */
            hostname?: string;
            /** Host URL. */
            host_url?: string;
            /** Tenant ID. */
            tenant_id: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Workday Financial (Accounting). */
    workday_financial: {
        /** Key names: labelled. */
        keybased: {
            /** Sub-Domain. */
            sub_domain?: string;
            /** Hostname. */
            hostname?: string;
            /** Host URL. */
            host_url?: string;
            /** Tenant. */
            tenant: string;
            /** Username. */
            username: string;
            /** Password. */
            password: string;
        };
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Hostname. */
            hostname?: string;
            /** Host URL. */
            host_url?: string;
            /** Tenant ID. */
            tenant_id: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Wrike (Project Management). */
    wrike: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Host. Key name: peer. */
            host?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Xero (Accounting). */
    xero: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Tenant ID. Key name: peer. */
            tenant_id?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Zendesk (Support). */
    zendesk: {
        /** Key names: peer. */
        keybased: {
            /** Subdomain. */
            subdomain: string;
            /** Email. */
            email: string;
            /** API Token. */
            api_token: string;
        };
        /** Key names: peer. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Subdomain. */
            subdomain: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Zendesk Sell (CRM). */
    zendesk_crm: {
        /** Key names: peer. */
        keybased: {
            /** Access Token. */
            access_token: string;
        };
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Zettle (Payments). */
    zettle: {
        /** Key names: labelled. */
        oauth2: OAuth2;
    };
    /** Zincwork (HR). */
    zincwork: {
        /** Key names: labelled. */
        keybased: {
            /** API Key. */
            api_key: string;
            /** Base URL. */
            base_url?: string;
        };
    };
    /** Zoho CRM (CRM). */
    zoho: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** API Domain. */
            api_domain?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Zoho Recruit (ATS). */
    zoho_recruit: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** API Domain. */
            api_domain?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Zoho Books (Accounting). */
    zohobooks: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** API Domain. */
            api_domain?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Zoom (Communication). */
    zoom: {
        /** Key names: labelled. */
        oauth2: AnyOf<{
            /** Access Token. */
            access_token?: string;
            /** Refresh Token. */
            refresh_token?: string;
            /** Secret Token. */
            secret_token?: string;
            /** Client ID. */
            client_id?: string;
            /** Client Secret. */
            client_secret?: string;
            /** Callback URL. */
            callback_url?: string;
        }, OneToken>;
    };
    /** Zuora (Payments). */
    zuora: {
        /** Key names: peer. */
        keybased: {
            /** Client ID. */
            client_id: string;
            /** Client Secret. */
            client_secret: string;
            /** Subdomain. */
            subdomain: string;
        };
    };
}
/** An app of the catalogue. */
export type Slug = keyof Catalog;
export {};
