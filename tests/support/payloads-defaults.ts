/** Who and where a payload comes from, unless it says otherwise. The same ids as the stand-in's defaults. */
export const WORKSPACE = 'TWORK';
export const APP = 'AHANDS';
export const BOT_USER = 'UBOT';
export const PERSON = 'UANN';
export const CHANNEL = 'CTEAM';
export const RESPONSE_URL = 'http://127.0.0.1:9/response';
export const TRIGGER = '1.2.trigger';

export const team = { id: WORKSPACE, domain: 'workspace' };
export const common = { api_app_id: APP, token: 'verification' };
